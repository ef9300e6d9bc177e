/* oxlint-disable jsx-a11y/control-has-associated-label -- all of it is hidden but to the eye */
import Box from '@mui/material/Box';
import { loadingBar } from '../../ui/feedback/loading-state.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { secretsTableStyle } from './secrets-table-style.ts';

/** A placeholder for the table while it loads: its head, and a bar in each text column. */
export function SecretsSkeleton({ rows = 8 }: { rows?: number }) {
  const texts = useTexts('secrets');
  const heads = [
    ['name', texts.name],
    ['registries', texts.registries],
    ['username', texts.username],
    ['expires', texts.expires],
    ['changed', texts.changed],
  ] as const;
  return (
    <Box component="table" aria-hidden sx={skeletonStyle}>
      <thead>
        <tr>
          <th className="check" />
          {heads.map(([column, label]) => (
            <th key={column} className={column}>
              {label}
            </th>
          ))}
          <th className="actions" />
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            <td className="check" />
            {heads.map(([column]) => (
              <td key={column} className={column}>
                <i />
              </td>
            ))}
            <td className="actions" />
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

const skeletonStyle = {
  ...secretsTableStyle,
  '& i': { ...loadingBar, display: 'block', width: '60%' },
  '& tr:nth-of-type(even) i': { width: '45%' },
} as const;
