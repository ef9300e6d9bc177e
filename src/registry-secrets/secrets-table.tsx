import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { DockerRegistrySecret } from '../api/docker-registry-secrets.ts';
import { DataTable } from '../ui/data-table.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface SecretsTableProps {
  readonly secrets: readonly DockerRegistrySecret[];
  readonly onShowSnippet: (name: string) => void;
}

export function SecretsTable({ secrets, onShowSnippet }: SecretsTableProps) {
  const texts = useTexts('secrets');
  return (
    <DataTable label={texts.heading}>
      <thead>
        <tr>
          <th scope="col">{texts.name}</th>
          <th scope="col">{texts.actions}</th>
        </tr>
      </thead>
      <tbody>
        {secrets.map(({ name }) => (
          <tr key={name}>
            <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
              {name}
            </Box>
            <td>
              <Button size="small" aria-label={texts.showSnippetOf(name)} onClick={() => onShowSnippet(name)}>
                {texts.showSnippet}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
