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
import { memo, type MouseEvent } from 'react';
import type { AuditEvent } from '../api/audit.ts';
import { initials } from '../domain/text/initials.ts';
import { smallIconProps } from '../ui/icon-props.ts';
import { formatTime } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { actionWords, objectOf } from './action-words.ts';
import { EventObject } from './event-object.tsx';
import { OutcomeChip } from './outcome-chip.tsx';

interface EventRowProps {
  readonly event: AuditEvent;
  /** Unique among the rows. */
  readonly name: string;
  readonly tenant: string | undefined;
  readonly tenants: ReadonlyMap<string, string>;
  readonly onOpen: (event: AuditEvent) => void;
}

/** Memoised, because thousands of rows must not render again when more arrive or one is opened. */
export const EventRow = memo(function EventRow({ event, name, tenant, tenants, onOpen }: EventRowProps) {
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
        <div className="on-phones">{object}</div>
        <div className="narrow on-phones">{tenant}</div>
      </td>
      <td className="not-on-phones">
        {object}
        <div className="narrow">{tenant}</div>
      </td>
      <td className="wide-only">{tenant ?? texts.none}</td>
      <td>
        <OutcomeChip event={event} />
      </td>
      <td className="roomy-only">
        <code>{event.aiCoreRequestId?.slice(-12) ?? texts.none}</code>
      </td>
    </tr>
  );
});

export function timeOf({ time }: AuditEvent): string {
  return formatTime(new Date(time));
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
