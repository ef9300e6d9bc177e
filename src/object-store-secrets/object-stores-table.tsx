import Box from '@mui/material/Box';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import type { ObjectStoreSecret } from '../api/groups/object-store-secrets.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import { BreakableCode } from '../ui/layout/breakable.tsx';
import { GuardedLink } from '../ui/guard/guarded-button.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { DeleteInRow } from '../ui/table/delete-in-row.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface ObjectStoresTableProps {
  readonly group: string;
  readonly stores: readonly ObjectStoreSecret[];
  readonly onDelete: (name: string) => void;
}

export function ObjectStoresTable({ group, stores, onDelete }: ObjectStoresTableProps) {
  const texts = useTexts('objectStores');
  const { id: tenant } = useConnection();
  const mayWrite = useMayWrite('objectStoreSecrets');
  const typeOf = ({ type, typeName }: ObjectStoreSecret) =>
    type ? texts.typeNames[type] : (typeName ?? texts.unknownType);
  return (
    <DataTable
      label={texts.heading}
      actions
      columns={[
        texts.name,
        { label: texts.type, className: 'wide-only' },
        texts.place,
        { label: texts.pathPrefix, className: 'roomy-only' },
        texts.actions,
      ]}
    >
      {stores.map((store) => (
        <tr key={store.name}>
          <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere', minWidth: { xs: 96, sm: 176 } }}>
            <code>{store.name}</code>
            {store.name === defaultObjectStore && <Box sx={smallStyle}>{texts.isDefault}</Box>}
            <Box sx={{ ...smallStyle, display: { md: 'none' } }}>{typeOf(store)}</Box>
          </Box>
          <td className="wide-only">{typeOf(store)}</td>
          <Box component="td" sx={{ overflowWrap: 'anywhere', minWidth: 140 }}>
            {store.place === undefined ? texts.none : <BreakableCode text={store.place} />}
            {store.fields.endpoint !== undefined && (
              <Box sx={smallStyle}>
                <BreakableCode text={store.fields.endpoint} />
              </Box>
            )}
          </Box>
          <td className="roomy-only">
            {store.pathPrefix === undefined ? texts.none : <code>{store.pathPrefix}</code>}
          </td>
          <td>
            <GuardedLink
              allowed={mayWrite}
              to="/$tenant/object-store-secrets/$name/rotate"
              params={{ tenant, name: store.name }}
              search={{ group }}
              size="small"
              aria-label={texts.rotateOf(store.name)}
            >
              {texts.rotate}
            </GuardedLink>
            <DeleteInRow allowed={mayWrite} name={store.name} onDelete={onDelete} />
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

const smallStyle = { typography: 'caption', color: 'text.secondary' } as const;
