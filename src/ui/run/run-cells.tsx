import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  LoaderCircle,
  RefreshCw,
  type LucideIcon,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { RowState, RunRow } from '../../domain/rollout/run-rows.ts';
import { Button } from '../buttons/button.tsx';
import { ServerWords } from '../feedback/server-words.tsx';
import { chipStyle, toneStyles } from '../feedback/status-chip.tsx';
import { smallIconProps } from '../icon-props.ts';
import { useTexts } from '../texts/texts.ts';
import { unseenStyle } from '../unseen-style.ts';

/** What a run's table says about its targets. Functions keep their identity, so that only changed rows render again. */
export interface TargetWords {
  readonly labelOf: (targetId: string) => string;
  /** The label as a link to the target's page, where it has one. */
  readonly linkOf?: (targetId: string) => ReactNode;
  /** What has become known of a target since; a new function whenever that changes. */
  readonly noteOf?: ((targetId: string) => ReactNode) | undefined;
  /** Tries a failed target again. */
  readonly onRetry?: ((targetId: string) => void) | undefined;
}

interface RunCellsProps extends TargetWords {
  readonly row: RunRow;
  /** On a phone the action and the outcome are below the name. */
  readonly phone: boolean;
}

export const RunCells = memo(({ row, phone, labelOf, linkOf = labelOf, noteOf, onRetry }: RunCellsProps) => {
  const texts = useTexts('run');
  const detail = (
    <>
      <RowDetail row={row} />
      {noteOf && <div>{noteOf(row.targetId)}</div>}
    </>
  );
  const retry = onRetry && row.state === 'failed' && (
    <Button
      size="small"
      variant="outlined"
      aria-label={texts.retryOf(labelOf(row.targetId))}
      onClick={() => onRetry(row.targetId)}
    >
      {texts.retryOne}
    </Button>
  );
  const Icon = icons[row.state];
  const state = (
    <span className={`state ${row.state}`}>
      <Icon {...smallIconProps} />
      {texts.states[row.state]}
    </span>
  );
  return (
    <>
      <th scope="row">
        {linkOf(row.targetId)}
        {phone && (
          <>
            <div className="small">{texts.action(row.action)}</div>
            <div className="small">{detail}</div>
          </>
        )}
      </th>
      {!phone && <td>{texts.action(row.action)}</td>}
      {!phone && <td>{state}</td>}
      {!phone && <td className="detail">{detail}</td>}
      {phone ? (
        <td>
          {state}
          {retry && <div className="again">{retry}</div>}
        </td>
      ) : (
        <td className="act">{retry}</td>
      )}
    </>
  );
});

const icons: Readonly<Record<RowState, LucideIcon>> = {
  failed: CircleX,
  done: CircleCheck,
  skipped: CircleMinus,
  blocked: CircleMinus,
  cancelled: Ban,
  planned: CircleDashed,
  running: LoaderCircle,
  retrying: RefreshCw,
};

function RowDetail({ row }: { row: RunRow }) {
  const texts = useTexts('run');
  const { problem: problemText } = useTexts('problems');
  if (row.waitSeconds !== undefined) return texts.waits(row.waitSeconds);
  if (row.end === undefined) return row.state === 'planned' ? '' : texts.reason(row);
  const problem = row.end.state === 'failed' ? row.end.problem : undefined;
  return (
    <>
      {texts.outcome(row.end)}
      {problem && (
        <>
          <div>{problemText(problem).title}</div>
          <div className="small">
            <ServerWords problem={problem} />
          </div>
        </>
      )}
    </>
  );
}

/** Classes instead of a styled element for each cell: hundreds of rows change within a second. */
export const cellStyles = {
  '& .state': { ...chipStyle, ...toneStyles.neutral },
  '& .state.done': toneStyles.success,
  '& .state.failed': toneStyles.error,
  '& .state.retrying': toneStyles.warning,
  '& .state.running': toneStyles.info,
  '& .again': { mt: 1 },
  '& .small': { color: 'text.secondary', typography: 'caption' },
  '& .detail': { color: 'text.secondary', overflowWrap: 'anywhere' },
  '& .spoken': unseenStyle,
  '& .act': { textAlign: 'right' },
} as const;
