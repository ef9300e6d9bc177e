import { lazyPart } from './lazy-part.tsx';

/** The sentences about a failed call, loaded separately because the first page seldom needs them. */
export const ProblemText = lazyPart(() => import('./problem-sentences.tsx'), 'ProblemSentences');
