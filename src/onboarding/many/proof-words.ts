import type { RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import type { Catalogue } from '../../ui/texts/texts.ts';
import type { ItemProof } from './onboarding-items.ts';

/** The texts that describe a proof. */
export interface ProofTexts {
  readonly texts: Pick<Catalogue['onboardMany'], 'unchecked' | 'aiCore'>;
  readonly stateOf: Catalogue['kinds']['stateOf'];
  readonly problems: Catalogue['problems'];
  readonly applicationProblem: Catalogue['applications']['problem'];
}

/** AI Core's state of an item, in the console's words. */
export function proofWords(
  { texts, stateOf, problems, applicationProblem }: ProofTexts,
  kind: RolloutKindId,
  proof: ItemProof,
): string {
  if (proof.state === 'unread') {
    return texts.unchecked(proof.problem ? problems.problem(proof.problem).title : '');
  }
  const state = texts.aiCore(stateOf(kind, proof));
  return proof.problem ? `${state}. ${applicationProblem(proof.problem).title}` : state;
}
