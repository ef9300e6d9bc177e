import type { Connection } from '../domain/connection/connection.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { PlanSet } from './plan-set.ts';

/** What is planned, in a few words. */
export function useSetTitle(connections: readonly Connection[]): (set: PlanSet) => string {
  const texts = useTexts('approvals');
  return ({ first: { operation, name, partOf } }) => {
    if (!partOf) return texts.operations[operation](name);
    return texts.onboardLike(connections.find(({ id }) => id === partOf.like)?.label ?? partOf.like);
  };
}
