import { useEffect, useRef, useState } from 'react';
import type { AnalysisRequest, TemplateAnalysis } from './analyse-template.ts';
import { type Analyser, type AnalysisState, noAnalysis, startAnalyser } from './analyser.ts';

const createWorker = () => new Worker(new URL('./template-worker.ts', import.meta.url), { type: 'module' });

/** The last analysis of a text that could be read. */
export interface Readable {
  readonly analysis: TemplateAnalysis;
  readonly request: AnalysisRequest;
}

/**
 * Analyses each new `request` in a worker. While the user types, the last readable result stays, until another edition
 * replaces the text.
 */
export function useTemplateAnalysis(
  request: AnalysisRequest,
): AnalysisState & { readonly readable: Readable | undefined } {
  const [{ state, readable }, setState] = useState<{ state: AnalysisState; readable?: Readable }>({
    state: noAnalysis,
  });
  const analyser = useRef<Analyser>(undefined);
  useEffect(() => {
    analyser.current = startAnalyser(createWorker, (next) => setState((last) => remember(last, next)));
    return () => analyser.current?.stop();
  }, []);
  useEffect(() => {
    if (request.text !== '') analyser.current?.ask(request);
  }, [request]);
  if (request.text === '') return { ...noAnalysis, readable: undefined };
  return { ...state, readable: readable?.request.edition === request.edition ? readable : undefined };
}

function remember(
  last: { readable?: Readable },
  state: AnalysisState,
): { state: AnalysisState; readable?: Readable } {
  const { analysis, request } = state;
  return analysis && request && !analysis.problem
    ? { state, readable: { analysis, request } }
    : { ...last, state };
}
