import Box from '@mui/material/Box';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { recogniseProvider } from '../../domain/registry/provider-host.ts';
import { BreakableCode } from '../../ui/layout/breakable.tsx';
import { RegistryMark } from '../../ui/marks/registry-mark.tsx';
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
      <Box component="table" aria-label={texts.registries} sx={tableStyle}>
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
                <th scope="row">
                  <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
                    <RegistryMark host={host} large />
                    <Box sx={{ minWidth: 0 }}>
                      <BreakableCode text={host} />
                      {provider.id !== 'other' && <Box sx={hintStyle}>{provider.name}</Box>}
                    </Box>
                  </Box>
                </th>
                <td>
                  {username === undefined ? (
                    <Box component="span" sx={hintStyle}>
                      {texts.noUsername}
                    </Box>
                  ) : (
                    <code>{username}</code>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </Box>
      {more}
    </>
  );
}

/** The columns need no visible headings, only spoken ones. They are as wide as their content. */
const tableStyle = {
  width: '100%',
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
  borderSpacing: 0,
  '& thead th': {
    height: 0,
    p: 0,
    fontSize: 0,
    lineHeight: 0,
    overflow: 'hidden',
  },
  '& tbody > tr > *': {
    height: 48,
    px: 2,
    py: 0.75,
    textAlign: 'left',
    fontWeight: 'inherit',
    overflowWrap: 'anywhere',
  },
  // A long host leaves room for the username.
  '& td > code': { display: 'inline-block', minWidth: '12ch' },
  '& tbody > tr + tr > *': { borderTop: 1, borderColor: 'rule.soft' },
} as const;

const hintStyle = { typography: 'caption', color: 'text.secondary' } as const;
