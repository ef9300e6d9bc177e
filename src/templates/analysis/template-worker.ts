import { analyseTemplate, type AnalysisRequest } from './analyse-template.ts';

// In a worker, so that typing continues while a long template is read.
addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  postMessage(analyseTemplate(data));
});
