import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { CircleCheck, CircleDashed, CircleQuestionMark, CircleX, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import {
  decisiveOutcome,
  totalMs,
  traceOf,
  type CheckKind,
  type CheckOutcome,
  type CheckResult,
  type StepState,
} from '../../domain/check/check-outcome.ts';
import { tokenExpiry } from '../../domain/token/token-kinds.ts';
import { ProblemSentences } from '../feedback/problem-sentences.tsx';
import { StatusChip } from '../feedback/status-chip.tsx';
import { maskedStyle } from '../form/text-field.tsx';
import { RegistryMark } from '../marks/registry-mark.tsx';
import { useTexts } from '../texts/texts.ts';
import { firstLineStyle, itemStyle, restStyle, traceStyle } from './check-panel-style.ts';
import { unseenStyle } from '../unseen-style.ts';
import { isCurrent, type CheckState, type CheckSubject } from './check-subject.ts';

interface CheckItemProps {
  readonly kind: CheckKind;
  readonly subject: CheckSubject;
  /** Undefined until it was checked. */
  readonly state: CheckState | undefined;
  /** The fields to ask for here, because no form holds them. */
  readonly asks: readonly (keyof CheckSubject)[];
  readonly onEntry: (entry: Partial<CheckSubject>) => void;
}

/** One registry or repository: the verdict, how far the check got, and one sentence with the next step. */
export function CheckItem({ kind, subject, state, asks, onEntry }: CheckItemProps) {
  const texts = useTexts('check');
  const credentialTexts = useTexts('credentials');
  const labels = {
    address: texts.address[kind],
    username: credentialTexts.username,
    password: credentialTexts.token,
  };
  return (
    <Box component="li" sx={itemStyle}>
      <Box sx={firstLineStyle}>
        {kind === 'registry' && subject.address !== '' && <RegistryMark host={subject.address} />}
        <code>{subject.address || texts.notNamed}</code>
        <VerdictChip kind={kind} state={state} />
      </Box>
      {asks.map((field) => (
        <TextField
          key={field}
          sx={{ ...restStyle, mb: 0.5 }}
          label={labels[field]}
          value={subject[field]}
          onChange={(event) => onEntry({ [field]: event.target.value })}
          autoComplete="off"
          slotProps={{
            htmlInput: {
              spellCheck: false,
              autoCapitalize: 'none',
              ...(field === 'password' && { style: maskedStyle }),
            },
          }}
        />
      ))}
      <Box sx={restStyle}>
        {state?.kind === 'done' && (
          <Findings kind={kind} result={state.result} token={state.subject.password} />
        )}
        {state?.kind === 'done' && !isCurrent(state, subject) && (
          <Box sx={{ color: 'warning.main' }}>{texts.changed}</Box>
        )}
        {state?.kind === 'failed' && <ProblemSentences error={state.error} />}
        {(state?.kind === 'incomplete' || state?.kind === 'wildcard') && (
          <Box sx={{ color: 'text.secondary' }}>{texts[state.kind]}</Box>
        )}
      </Box>
    </Box>
  );
}

function Findings({ kind, result, token }: { kind: CheckKind; result: CheckResult; token: string }) {
  const texts = useTexts('check');
  const [now] = useState(() => new Date());
  const end = tokenExpiry(token);
  const notes = [
    result.untoldPath && texts.pathNotTold(result.untoldPath),
    end && (end > now ? texts.validUntil(end) : texts.endedAt(end)),
    result.byProxy && texts.byProxy,
  ];
  const decisive = decisiveOutcome(result);
  // Each image has its own sentence; the login's sentence would then repeat it.
  const told = result.targets.length === 0 ? [decisive] : result.targets;
  return (
    <>
      <Trace kind={kind} outcome={decisive} ms={totalMs(result)} />
      {told.map((outcome) => (
        <Box
          key={'name' in outcome ? outcome.name : outcome.step}
          sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {texts.sentence(outcome, kind, 'name' in outcome ? outcome.name : undefined)}
        </Box>
      ))}
      {notes.map(
        (note) =>
          note && (
            <Box key={note} sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {note}
            </Box>
          ),
      )}
    </>
  );
}

function VerdictChip({ kind, state }: { kind: CheckKind; state: CheckState | undefined }) {
  const texts = useTexts('check');
  if (state === undefined) return undefined;
  const { tone, words } = describe(state, kind, texts);
  const Icon = state.kind === 'running' ? LoaderCircle : icons[tone];
  return (
    <StatusChip tone={chipTones[tone]} Icon={Icon}>
      {words}
    </StatusChip>
  );
}

function describe(
  state: CheckState,
  kind: CheckKind,
  texts: ReturnType<typeof useTexts<'check'>>,
): { tone: StepState; words: string } {
  if (state.kind === 'running') return { tone: 'open', words: texts.running };
  if (state.kind === 'failed') return { tone: 'unsure', words: texts.failed };
  if (state.kind !== 'done') return { tone: 'open', words: texts.notChecked };
  const outcome = decisiveOutcome(state.result);
  const tone = traceOf(outcome).find(({ step }) => step === outcome.step)?.state ?? 'open';
  return { tone, words: texts.verdict(outcome.verdict, kind) };
}

function Trace({ kind, outcome, ms }: { kind: CheckKind; outcome: CheckOutcome; ms: number }) {
  const texts = useTexts('check');
  return (
    <Box sx={traceStyle}>
      <ol aria-label={texts.howFar}>
        {traceOf(outcome).map(({ step, state }) => {
          const Icon = icons[state];
          return (
            <li key={step} data-state={state}>
              <Icon size={12} strokeWidth={2.25} aria-hidden />
              {texts.steps[kind][step]}
              <Box component="span" sx={unseenStyle}>
                {texts.stepStates[state]}
              </Box>
            </li>
          );
        })}
      </ol>
      <span>{texts.seconds(ms)}</span>
    </Box>
  );
}

const chipTones = { passed: 'success', failed: 'error', unsure: 'warning', open: 'neutral' } as const;

const icons = {
  passed: CircleCheck,
  failed: CircleX,
  unsure: CircleQuestionMark,
  open: CircleDashed,
} satisfies Record<StepState, unknown>;
