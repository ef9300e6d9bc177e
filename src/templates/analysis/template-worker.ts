import { analyseTemplate, type AnalysisRequest } from './analyse-template.ts';

// Away from the page's thread, so that typing goes on while a long template is read.
addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  postMessage(analyseTemplate(data));
});
