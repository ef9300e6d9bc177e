import Box from '@mui/material/Box';
import {
  Ban,
  Calendar,
  CircleCheck,
  CircleQuestionMark,
  CircleX,
  Download,
  Eye,
  LogIn,
  LogOut,
  Pencil,
  Plus,
  RefreshCw,
  RotateCcwKey,
  ShieldCheck,
  Trash2,
  Undo2,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { Fragment, memo, type MouseEvent } from 'react';
import type { AuditEvent } from '../api/audit.ts';
import { initials } from '../domain/text/initials.ts';
import { numbered } from '../domain/text/numbered.ts';
import { StatusChip } from '../ui/feedback/status-chip.tsx';
import { smallIconProps } from '../ui/icon-props.ts';
import { actionWords, eventName, objectOf } from './action-words.ts';
import { EventObject } from './event-object.tsx';
import { plainButtonStyle } from '../ui/plain-button-style.ts';
import { DataTable } from '../ui/table/data-table.tsx';
import { useNow } from '../ui/media/use-now.ts';
import { formatTime } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface AuditTableProps {
  /** The newest first. */
  readonly events: readonly AuditEvent[];
  /** Of tenants, by id. */
  readonly labels: ReadonlyMap<string, string>;
  /** Always the same function. */
  readonly onOpen: (event: AuditEvent) => void;
}

/** A row for each event, below the day that it is of. */
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

function timeOf({ time }: AuditEvent): string {
  return formatTime(new Date(time));
}

interface EventRowProps {
  readonly event: AuditEvent;
  /** As no other row is called. */
  readonly name: string;
  readonly tenant: string | undefined;
  readonly tenants: ReadonlyMap<string, string>;
  readonly onOpen: (event: AuditEvent) => void;
}

/** Of thousands none is drawn anew because others came, or one was opened. */
const EventRow = memo(function EventRow({ event, name, tenant, tenants, onOpen }: EventRowProps) {
  const texts = useTexts('audit');
  const { action, actor, subject } = event;
  const Icon = icons[action] ?? CircleQuestionMark;
  const what = actionWords(texts, event);
  const named = objectOf(event);
  const object =
    subject?.count !== undefined ? (
      texts.calls(subject.count)
    ) : named === undefined ? (
      texts.none
    ) : (
      <EventObject event={event} name={named} tenants={tenants} />
    );
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element && target.closest('a'))) onOpen(event);
  };
  return (
    <tr onClick={onClick}>
      <td>
        <button type="button" aria-label={texts.showDetails(name)}>
          {timeOf(event)}
        </button>
      </td>
      <td className="wide-only">
        <span className="person">
          {actor && <span aria-hidden>{initials(actor.name)}</span>}
          <span className="cut">{actor?.name ?? texts.nobody}</span>
        </span>
      </td>
      <td>
        <span className="action">
          <Icon {...smallIconProps} />
          {what}
        </span>
        {object !== texts.none && <div className="on-phones">{object}</div>}
        <div className="narrow on-phones">{tenant}</div>
      </td>
      <td className="not-on-phones">
        {object}
        <div className="narrow">{tenant}</div>
      </td>
      <td className="wide-only">{tenant ?? texts.none}</td>
      <td>
        <OutcomeOf event={event} />
      </td>
      <td className="roomy-only">
        <code>{event.aiCoreRequestId?.slice(-12) ?? texts.none}</code>
      </td>
    </tr>
  );
});

/** What went as it should is plain text; the rest stands out. */
export function OutcomeOf({ event: { outcome, status } }: { event: AuditEvent }) {
  const texts = useTexts('audit');
  const label = texts.outcomes[outcome] ?? outcome;
  if (outcome === 'done') return label;
  if (outcome === 'begun') return <StatusChip tone="info">{label}</StatusChip>;
  if (outcome === 'unknown') return <StatusChip tone="warning">{label}</StatusChip>;
  return <StatusChip tone="error">{status === undefined ? label : `${label}: ${status}`}</StatusChip>;
}

const icons: Readonly<Record<string, LucideIcon>> = {
  create: Plus,
  change: RotateCcwKey,
  delete: Trash2,
  refresh: RefreshCw,
  check: ShieldCheck,
  export: Download,
  note: Pencil,
  calendar: Calendar,
  ask: Users,
  approve: CircleCheck,
  decline: CircleX,
  withdraw: Undo2,
  'sign-in': LogIn,
  'sign-out': LogOut,
  read: Eye,
  refusals: Ban,
};

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
  // Names of any length leave room for what was done to what.
  '& .wide-only': { maxWidth: 208 },
  '& .cut, & td.wide-only': { overflow: 'hidden', textOverflow: 'ellipsis' },
  // What has no column of its own there stands below what has.
  '& .narrow': { display: { md: 'none' }, color: 'text.secondary', typography: 'caption' },
} as const;
