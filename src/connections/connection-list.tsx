import Box from '@mui/material/Box';
import type { Connection } from '../domain/connection/connection.ts';
import { ConnectionRow } from './connection-row.tsx';

interface ConnectionListProps {
  readonly connections: readonly Connection[];
  /** What to say where there are none. */
  readonly none: string;
  /** Absent where they cannot be changed here. */
  readonly onRemove?: (connection: Connection) => void;
}

export function ConnectionList({ connections, none, onRemove }: ConnectionListProps) {
  if (connections.length === 0)
    return <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{none}</Box>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {connections.map((connection) => (
        <ConnectionRow
          key={`${connection.id} ${connection.baseUrl}`}
          connection={connection}
          onRemove={onRemove}
        />
      ))}
    </Box>
  );
}
