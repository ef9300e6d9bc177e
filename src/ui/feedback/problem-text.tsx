import { lazyPart } from './lazy-part.tsx';

/** The sentences about a failed call, for any alert. The first page seldom needs them, so that they come after it. */
export const ProblemText = lazyPart(() => import('./problem-sentences.tsx'), 'ProblemSentences');
