import Box from '@mui/material/Box';
import { Fragment } from 'react';
import type { AuditEvent } from '../api/audit.ts';
import { numbered } from '../domain/text/numbered.ts';
import { eventName } from './action-words.ts';
import { EventRow, timeOf } from './event-row.tsx';
import { plainButtonStyle } from '../ui/plain-button-style.ts';
import { DataTable } from '../ui/table/data-table.tsx';
import { useNow } from '../ui/media/use-now.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface AuditTableProps {
  /** Newest first. */
  readonly events: readonly AuditEvent[];
  /** The labels of tenants, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** Keeps its identity. */
  readonly onOpen: (event: AuditEvent) => void;
}

/** A row for each event, grouped by day. */
export function AuditTable({ events, labels, onOpen }: AuditTableProps) {
  const texts = useTexts('audit');
  const { columns } = texts;
  const today = useNow().toDateString();
  const tenantOf = ({ tenant }: AuditEvent) => labels.get(tenant ?? '') ?? tenant;
  const names = numbered(events.map((event) => eventName(texts, event, timeOf(event), tenantOf(event))));
  return (
    <Box sx={tableStyle}>
      <DataTable
        label={texts.heading}
        columns={[
          columns.time,
          { label: columns.person, className: 'wide-only' },
          columns.action,
          { label: columns.object, className: 'not-on-phones' },
          { label: columns.tenant, className: 'wide-only' },
          columns.outcome,
          { label: columns.requestId, className: 'roomy-only' },
        ]}
      >
        {events.map((event, index) => {
          const date = new Date(event.time);
          const day = date.toDateString();
          const before = events[index - 1];
          const isFirst = before === undefined || new Date(before.time).toDateString() !== day;
          return (
            <Fragment key={event.id}>
              {isFirst && (
                <tr className="day">
                  <th scope="rowgroup" colSpan={7}>
                    {day === today ? texts.today(date) : texts.day(date)}
                  </th>
                </tr>
              )}
              <EventRow
                event={event}
                name={names[index] ?? ''}
                tenant={tenantOf(event)}
                tenants={labels}
                onOpen={onOpen}
              />
            </Fragment>
          );
        })}
      </DataTable>
    </Box>
  );
}

const tableStyle = {
  '& tbody tr:not(.day)': { cursor: 'pointer' },
  '& .day th': { height: 32, bgcolor: 'ground.sunk', color: 'text.secondary', typography: 'caption' },
  '& td > button': { ...plainButtonStyle, minHeight: 24, fontVariantNumeric: 'tabular-nums' },
  '& .person, & .action': { display: 'flex', alignItems: 'center', gap: 1 },
  '& .person > [aria-hidden]': {
    flex: 'none',
    width: 20,
    height: 20,
    borderRadius: '50%',
    bgcolor: 'ground.press',
    fontSize: '0.5625rem',
    fontWeight: 600,
    lineHeight: '20px',
    textAlign: 'center',
  },
  '& .action svg': { flex: 'none', color: 'text.disabled' },
  '& code': { overflowWrap: 'anywhere' },
  '& td': { whiteSpace: { lg: 'nowrap' } },
  '& td:has(> code)': { whiteSpace: 'normal' },
  '& .roomy-only > code': { whiteSpace: 'nowrap' },
  // Long names leave room for the action.
  '& .wide-only': { maxWidth: 208 },
  '& .cut, & td.wide-only': { overflow: 'hidden', textOverflow: 'ellipsis' },
  // Values of hidden columns are shown below.
  '& .narrow': { display: { md: 'none' }, color: 'text.secondary', typography: 'caption' },
} as const;
