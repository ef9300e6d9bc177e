import Box from '@mui/material/Box';
import type { Candidate } from '../../domain/onboarding/candidates.ts';
import type { RolloutOrder } from '../../domain/rollout/rollout-kind.ts';
import { rolloutKindIds } from '../../domain/rollout/rollout-kinds.ts';
import { Breakable } from '../../ui/layout/breakable.tsx';
import { Button } from '../../ui/buttons/button.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { factWords } from '../fact-words.ts';

interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  readonly selected: ReadonlySet<string>;
  readonly entered: ReadonlyMap<string, RolloutOrder>;
  readonly onToggle: (id: string) => void;
  readonly onForget: (id: string) => void;
}

/** The objects of a tenant by kind, each to be ticked, and whether its credential is still to be entered. */
export function CandidateList({ candidates, ...rest }: CandidateListProps) {
  const { things } = useTexts('kinds');
  const kinds = [...new Set(candidates.map(({ kind }) => kind))].filter((kind) =>
    rolloutKindIds.includes(kind),
  );
  return kinds.map((kind) => (
    <Box key={kind} role="group" aria-label={things[kind]} sx={groupStyle}>
      <Box component="h3" sx={{ m: 0, mb: 0.5, typography: 'h3' }}>
        {things[kind]}
      </Box>
      {candidates
        .filter((one) => one.kind === kind)
        .map((candidate) => (
          <CandidateRow key={candidate.id} candidate={candidate} {...rest} />
        ))}
    </Box>
  ));
}

interface CandidateRowProps extends Omit<CandidateListProps, 'candidates'> {
  readonly candidate: Candidate;
}

function CandidateRow({ candidate, selected, entered, onToggle, onForget }: CandidateRowProps) {
  const texts = useTexts('onboardMany');
  const { scopes } = useTexts('genericSecrets');
  const { id, kept, order } = candidate;
  const isEntered = entered.has(id);
  const state = order ? texts.noNeed : isEntered ? texts.entered : texts.needsCredential;
  const facts = factWords(candidate.kind, kept, scopes);
  return (
    <Box sx={rowStyle}>
      <div className="what">
        <label>
          <input type="checkbox" checked={selected.has(id)} onChange={() => onToggle(id)} />
          <code>{kept.name}</code>
        </label>
        {facts.length > 0 && (
          <span className="facts">
            <Breakable text={facts.join(' · ')} />
          </span>
        )}
      </div>
      {selected.has(id) && <span className="state">{state}</span>}
      {isEntered && (
        <Button size="small" aria-label={texts.enterAgainNamed(kept.name)} onClick={() => onForget(id)}>
          {texts.enterAgain}
        </Button>
      )}
    </Box>
  );
}

const groupStyle = { py: 1, '& + &': { borderTop: 1, borderColor: 'rule.soft' } } as const;

/** The object, and at the end what it still needs; facts wrap below the name where there is no room. */
const rowStyle = {
  display: 'flex',
  alignItems: 'center',
  columnGap: 1.5,
  minHeight: 32,
  py: 0.5,
  '& .what': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: 1.5,
    flex: 1,
    minWidth: 0,
  },
  '& label': { display: 'flex', alignItems: 'center', gap: 1, overflowWrap: 'anywhere' },
  '& .facts': { color: 'text.disabled', overflowWrap: 'anywhere', pl: { xs: 3, lg: 0 } },
  '& .state': { typography: 'caption', color: 'text.secondary', textAlign: 'right' },
} as const;
