import Box from '@mui/material/Box';
import type { ResourceGroup } from '../api/groups/resource-groups.ts';
import { labelKeyEnd } from '../domain/resource-group/resource-group-labels.ts';

/** The labels of a group, without their common prefix. */
export function GroupLabels({ labels }: Pick<ResourceGroup, 'labels'>) {
  return (
    <Box component="ul" sx={listStyle}>
      {labels.map(({ key, value }) => (
        <li key={key} title={key}>
          <code>
            {labelKeyEnd(key) ?? key}={value}
          </code>
        </li>
      ))}
    </Box>
  );
}

const listStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 0.5,
  m: 0,
  p: 0,
  listStyle: 'none',
  '& > li': {
    maxWidth: '100%',
    px: 0.75,
    borderRadius: '4px',
    bgcolor: 'ground.press',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
} as const;
