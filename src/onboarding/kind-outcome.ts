import { maxGroupsRead, type ObjectState } from '../api/runs/kind-states.ts';
import { defaultObjectStore } from '../domain/object-store/object-store-name.ts';
import type { Proof, RolloutKind } from '../domain/rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../domain/rollout/rollout-kinds.ts';
import { factWords } from './fact-words.ts';
import type { Fact, Outcome, StepTexts, TenantAnswers } from './step.ts';

const namesShown = 10;

/** The state of a kind in a tenant: something that does not work needs attention, however much else works. */
export function kindOutcome(
  words: StepTexts,
  kind: RolloutKindId,
  states: readonly ObjectState[],
  { ends: { expired, soon }, objects, isWhole }: TenantAnswers,
): Outcome {
  const { onboarding: texts } = words;
  const groups = objects.get('resource-group')?.data ?? [];
  const { heldIn }: RolloutKind = rolloutKinds[kind];
  const read = heldIn === undefined || isWhole ? groups : groups.slice(0, maxGroupsRead);
  const unread = groups.length - read.length;
  const open = unread > 0 && { facts: [{ text: texts.lookedInto(read.length, groups.length) }], unread };
  if (states.length === 0) return { state: 'todo', facts: [{ text: texts.kinds[kind].none }], ...open };
  const count = (state: Proof['state']) => states.filter(({ proof }) => proof?.state === state).length;
  const broken = count('broken');
  const lacking = kind === 'object-store-secret' ? groupsWithoutStore(states, read) : [];
  // Until every group was read, it is unknown whether each has its store.
  const isFine = broken === 0 && lacking.length === 0 && !(open && kind === 'object-store-secret');
  const failed = states.some(({ proof }) => proof?.says === 'ERROR');
  const advice: Partial<Record<RolloutKindId, (string | false)[]>> = {
    'git-repository': [failed && texts.repositoryAdvice],
    application: [broken > 0 && texts.applicationAdvice(broken)],
    'resource-group': [failed && texts.groupAdvice],
    'object-store-secret': [lacking.length > 0 && texts.groupsWithoutStore(lacking)],
    'docker-registry-secret': [expired > 0 && texts.expired(expired), soon > 0 && texts.expireSoon(soon)],
  };
  return {
    state: !isFine
      ? 'attention'
      : count('settled') > 0
        ? 'done'
        : count('settling') > 0
          ? 'waiting'
          : 'attention',
    facts: [
      ...shorten(
        words,
        states.toSorted((a, b) => rank(a) - rank(b)).map((one) => objectFact(words, kind, one)),
      ),
      ...(advice[kind] ?? []).flatMap((text) => (text === false ? [] : [{ text }])),
      ...(open ? open.facts : []),
    ],
    ...(open && { unread }),
    ...(lacking[0] !== undefined && { group: lacking[0] }),
  };
}

/** Failures first, so that they are among the facts shown. */
function rank({ proof }: ObjectState): number {
  if (proof?.state === 'broken') return 0;
  return proof?.state === 'settling' ? 1 : 2;
}

/** Training in a resource group writes to the store of that name in the group. */
function groupsWithoutStore(stores: readonly ObjectState[], groups: readonly ObjectState[]): string[] {
  const having = new Set(
    stores
      .filter(({ kept }) => kept.name === defaultObjectStore)
      .map(({ kept }) => kept.facts['resourceGroup']),
  );
  return groups.map(({ kept }) => kept.name).filter((name) => !having.has(name));
}

/** AI Core only says that these are registered: where they are says more. */
const told: ReadonlySet<RolloutKindId> = new Set(['git-repository', 'application', 'resource-group']);

function objectFact(words: StepTexts, kind: RolloutKindId, { kept, proof }: ObjectState): Fact {
  const url = kind === 'git-repository' ? kept.facts['url'] : undefined;
  return {
    text: objectText(words, kind, { kept, proof }),
    ...(url !== undefined && url !== '' && { url }),
    ...(proof && proof.says !== '' && { raw: proof.says }),
    object: { kind, kept },
  };
}

function objectText(
  { onboarding: texts, kinds, applications, genericSecrets }: StepTexts,
  kind: RolloutKindId,
  { kept, proof }: ObjectState,
): string {
  if (told.has(kind)) {
    if (!proof) return kept.name;
    const why = proof.problem && applications.problem(proof.problem).title;
    const state = kinds.stateOf(kind, proof);
    return texts.object(kept.name, why === undefined ? state : `${state}. ${why}`);
  }
  const [place] = factWords(kind, kept, genericSecrets.scopes);
  return place === undefined ? kept.name : texts.inPlace(kept.name, place);
}

function shorten({ onboarding: texts }: StepTexts, facts: readonly Fact[]): Fact[] {
  if (facts.length <= namesShown) return [...facts];
  return [...facts.slice(0, namesShown), { text: texts.more(facts.length - namesShown) }];
}
