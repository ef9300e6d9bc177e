import { useEffect, useRef, useState } from 'react';
import type { AnalysisRequest } from './analyse-template.ts';
import { type Analyser, type AnalysisState, noAnalysis, startAnalyser } from './analyser.ts';

const createWorker = () => new Worker(new URL('./template-worker.ts', import.meta.url), { type: 'module' });

/** Analyses `request` in a worker whenever it is another one. */
export function useTemplateAnalysis(request: AnalysisRequest): AnalysisState {
  const [state, setState] = useState(noAnalysis);
  const analyser = useRef<Analyser>(undefined);

  useEffect(() => {
    analyser.current = startAnalyser(createWorker, setState);
    return () => analyser.current?.stop();
  }, []);

  useEffect(() => {
    if (request.text !== '') analyser.current?.ask(request);
  }, [request]);

  return request.text === '' ? noAnalysis : state;
}
