import { useEffect, useRef, useState } from 'react';
import type { AnalysisRequest, TemplateAnalysis } from './analyse-template.ts';

export interface AnalysisState {
  /** The last one that is done; it may be of an earlier request. */
  readonly analysis: TemplateAnalysis | undefined;
  /** What `analysis` answers. */
  readonly request: AnalysisRequest | undefined;
  readonly failed: boolean;
}

const nothing: AnalysisState = { analysis: undefined, request: undefined, failed: false };

interface Analyser {
  readonly ask: (request: AnalysisRequest) => void;
  readonly stop: () => void;
}

/** Analyses `request` in a worker whenever it is another one; while the worker is busy, only the newest waits. */
export function useTemplateAnalysis(request: AnalysisRequest): AnalysisState {
  const [state, setState] = useState(nothing);
  const analyser = useRef<Analyser>(undefined);

  useEffect(() => {
    analyser.current = startAnalyser(setState);
    return () => analyser.current?.stop();
  }, []);

  useEffect(() => {
    if (request.text !== '') analyser.current?.ask(request);
  }, [request]);

  return request.text === '' ? nothing : state;
}

function startAnalyser(onState: (state: AnalysisState) => void): Analyser {
  let worker: Worker | undefined = startWorker();
  let running: { request: AnalysisRequest; start: number } | undefined;
  let waiting: AnalysisRequest | undefined;

  function startWorker(): Worker {
    const started = new Worker(new URL('./template-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<TemplateAnalysis>) => {
      if (running && !waiting) {
        // In the browser's performance tools, and for the benchmark.
        performance.measure('template-analysis', { start: running.start, detail: { patchMs: data.patchMs } });
        onState({ analysis: data, request: running.request, failed: false });
      }
      next();
    });
    started.addEventListener('error', () => {
      // One whose script did not come never answers: the next request gets another.
      started.terminate();
      worker = undefined;
      // Before anything was asked, nothing has failed yet.
      if (running) onState({ ...nothing, failed: true });
      next();
    });
    return started;
  }
  const send = (request: AnalysisRequest) => {
    running = { request, start: performance.now() };
    worker ??= startWorker();
    worker.postMessage(request, []);
  };
  const next = () => {
    running = undefined;
    if (waiting) send(waiting);
    waiting = undefined;
  };
  return {
    ask: (request) => {
      if (running) waiting = request;
      else send(request);
    },
    stop: () => worker?.terminate(),
  };
}
