import Box from '@mui/material/Box';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { recogniseProvider } from '../../domain/registry/provider-host.ts';
import { RegistryMark } from '../../ui/marks/registry-mark.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { useBatches } from '../../ui/use-batches.tsx';

/** The registries that a secret is known to hold, each with its product and username. */
export function KnownRegistries({ registries }: { registries: readonly KnownRegistry[] }) {
  const texts = useTexts('secretPage');
  const secretForm = useTexts('secretForm');
  const { username: usernameLabel } = useTexts('credentials');
  const { shown, more } = useBatches(registries);
  return (
    <>
      <DataTable label={texts.registries}>
        <thead>
          <tr>
            <th scope="col">{secretForm.host}</th>
            <th scope="col">{usernameLabel}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ host, username }) => {
            const provider = recogniseProvider(host);
            return (
              <tr key={host}>
                <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
                  <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                    <RegistryMark host={host} />
                    <code>{host}</code>
                  </Box>
                  {provider.id !== 'other' && <Box sx={hintStyle}>{provider.name}</Box>}
                </Box>
                <Box component="td" sx={{ overflowWrap: 'anywhere' }}>
                  {username === undefined ? (
                    <Box component="span" sx={hintStyle}>
                      {texts.noUsername}
                    </Box>
                  ) : (
                    <code>{username}</code>
                  )}
                </Box>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      {more}
    </>
  );
}

const hintStyle = { typography: 'caption', color: 'text.secondary' } as const;
