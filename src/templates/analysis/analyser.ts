import type { AnalysisRequest, TemplateAnalysis } from './analyse-template.ts';

type AnalysisFailure = 'crashed' | 'too-slow';

export interface AnalysisState {
  /** The last finished analysis, which may belong to an earlier request. */
  readonly analysis: TemplateAnalysis | undefined;
  /** The request that `analysis` answers. */
  readonly request: AnalysisRequest | undefined;
  readonly failure: AnalysisFailure | undefined;
}

export const noAnalysis: AnalysisState = { analysis: undefined, request: undefined, failure: undefined };

export interface Analyser {
  readonly ask: (request: AnalysisRequest) => void;
  readonly stop: () => void;
}

/** The time limit for a text; 1 MB of an ordinary one takes less than a second. */
export const maxAnalysisMs = 20_000;
/** A text that takes longer than this is abandoned as soon as there is a newer one. */
const patienceMs = 3_000;

/**
 * Analyses in a worker; while it is busy, only the newest request waits. A worker that takes too long is terminated.
 */
export function startAnalyser(createWorker: () => Worker, onState: (state: AnalysisState) => void): Analyser {
  let worker: Worker | undefined;
  let running: { readonly request: AnalysisRequest; readonly start: number } | undefined;
  let waiting: AnalysisRequest | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const next = () => {
    clearTimeout(timer);
    running = undefined;
    const request = waiting;
    waiting = undefined;
    if (request) send(request);
  };
  const giveUp = (failure: AnalysisFailure) => {
    worker?.terminate();
    worker = undefined;
    if (!waiting) onState({ ...noAnalysis, request: running?.request, failure });
    next();
  };
  const start = () => {
    const started = createWorker();
    started.addEventListener('message', ({ data }: MessageEvent<TemplateAnalysis>) => {
      if (running && !waiting) {
        // Shown in the browser's performance tools, and used by the benchmark.
        performance.measure('template-analysis', { start: running.start });
        onState({ analysis: data, request: running.request, failure: undefined });
      }
      next();
    });
    started.addEventListener('error', () => giveUp('crashed'));
    return started;
  };
  const send = (request: AnalysisRequest) => {
    running = { request, start: performance.now() };
    timer = setTimeout(() => giveUp('too-slow'), maxAnalysisMs);
    worker ??= start();
    worker.postMessage(request, []);
  };
  // Loads the script before there is a text.
  worker = start();
  return {
    ask: (request) => {
      if (!running) return send(request);
      waiting = request;
      const spent = performance.now() - running.start;
      clearTimeout(timer);
      timer = setTimeout(() => giveUp('too-slow'), Math.max(0, patienceMs - spent));
    },
    stop: () => {
      clearTimeout(timer);
      worker?.terminate();
    },
  };
}
