import type { Connection } from '../domain/connection/connection.ts';
import { wordingText, type Wording } from '../ui/layout/wording.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { PlanSet } from './plan-set.ts';

/** What is planned, in a few words: as plain text, and with the name of the object marked up. */
export interface SetTitle {
  readonly text: string;
  readonly wording: Wording;
  readonly name: string | undefined;
}

/** Titles of plans. */
export function useSetTitle(connections: readonly Connection[]): (set: PlanSet) => SetTitle {
  const texts = useTexts('approvals');
  return ({ first: { operation, name, partOf } }) => {
    if (!partOf) {
      const wording = texts.operations[operation];
      return { text: wordingText(wording, name), wording, name };
    }
    const text = texts.onboardLike(connections.find(({ id }) => id === partOf.like)?.label ?? partOf.like);
    return { text, wording: text, name: undefined };
  };
}
