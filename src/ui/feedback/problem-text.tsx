import { lazyPart } from './lazy-part.tsx';

/** The sentences about a failed call for the first page, which seldom needs them, so that they come after it. */
export const ProblemText = lazyPart(() => import('./problem-sentences.tsx'), 'ProblemSentences');
