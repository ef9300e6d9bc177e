import Box from '@mui/material/Box';
import {
  Circle,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  LoaderCircle,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { ProblemSentences } from '../ui/feedback/problem-sentences.tsx';
import { StatusChip, type StatusTone } from '../ui/feedback/status-chip.tsx';
import { IconButton } from '../ui/buttons/button.tsx';
import { iconProps } from '../ui/icon-props.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { unseenStyle } from '../ui/unseen-style.ts';
import { FactList } from './fact-list.tsx';
import type { Step, StepId, StepState } from './step.ts';

const icons = {
  done: CircleCheck,
  todo: Circle,
  waiting: LoaderCircle,
  attention: TriangleAlert,
  checking: CircleDashed,
  failed: CircleQuestionMark,
} satisfies Record<StepState, unknown>;

const tones: Record<StepState, StatusTone> = {
  done: 'success',
  todo: 'neutral',
  waiting: 'info',
  attention: 'warning',
  checking: 'neutral',
  failed: 'error',
};

/** Reserves the typical height, so that the steps below do not move when facts arrive. */
const factLines: Partial<Record<StepId, number>> = { connection: 3, quota: 3, 'git-repository': 2 };

interface StepItemProps {
  readonly step: Step;
  /** Why it could not be checked, unless that is said once for all steps. */
  readonly error?: Error | undefined;
  readonly tenant: string;
  readonly onCheck?: () => void;
  /** The links to do it. */
  readonly actions: ReactNode;
  readonly children?: ReactNode;
}

/** A step of the checklist: its state, the facts behind it, and its actions. */
export function StepItem({ step, error, tenant, onCheck, actions, children }: StepItemProps) {
  const texts = useTexts('onboarding');
  const id = useId();
  const Icon = icons[step.state];
  return (
    <Box component="li" aria-labelledby={id} data-state={step.state} sx={itemStyle}>
      <Icon {...iconProps} />
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={titleStyle}>
          <Box component="h2" id={id} sx={{ m: 0, typography: 'h3' }}>
            {step.title}
          </Box>
          {step.state === 'done' || step.state === 'todo' ? (
            // The icon already says so.
            <Box component="span" sx={unseenStyle}>
              {texts.states[step.state]}
            </Box>
          ) : (
            <StatusChip tone={tones[step.state]}>{texts.states[step.state]}</StatusChip>
          )}
        </Box>
        {error && (
          <Box sx={{ mt: 0.5 }}>
            <ProblemSentences error={error} />
          </Box>
        )}
        {step.facts.length > 0 && <FactList facts={step.facts} tenant={tenant} />}
        {step.state === 'checking' && <Box sx={{ mt: 0.5, height: 20 * (factLines[step.id] ?? 1) }} />}
        {children !== undefined && <div className="no-print">{children}</div>}
      </Box>
      <Box className="no-print" sx={actionsStyle}>
        {actions}
        {onCheck && (
          <IconButton label={texts.checkStep(step.title)} onClick={onCheck}>
            <RefreshCw {...iconProps} />
          </IconButton>
        )}
      </Box>
    </Box>
  );
}

const itemStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 1.5,
  rowGap: 1,
  px: 2,
  py: 1.5,
  '& + &': { borderTop: 1, borderColor: 'divider' },
  '& > svg': { flex: 'none', mt: '2px', color: 'text.disabled' },
  '&[data-state=done] > svg': { color: 'success.main' },
  '&[data-state=attention] > svg': { color: 'warning.main' },
  '&[data-state=failed] > svg': { color: 'error.main' },
} as const;

const titleStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1.5,
  rowGap: 0.5,
} as const;

const actionsStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  justifyContent: 'flex-end',
  gap: 1,
  ml: 'auto',
} as const;
