import { bench, describe } from 'vitest';
import { parseDocument } from 'yaml';

import { addImagePullSecret } from './template.ts';
import { listTemplateImages } from './template/images.ts';
import { largeServingTemplate, largeWorkflowTemplate } from './template/testing/large-template.ts';

// The ratio that vitest prints compares each with the slowest: parsing the same text with the YAML library.
describe.each([
  ['WorkflowTemplate', largeWorkflowTemplate(1_000_000)],
  ['ServingTemplate', largeServingTemplate(1_000_000)],
])('1 MB %s', (_kind, text) => {
  bench('addImagePullSecret', () => {
    addImagePullSecret(text, 'my-registry');
  });
  bench('listTemplateImages', () => {
    listTemplateImages(text);
  });
  bench('yaml.parseDocument', () => {
    parseDocument(text);
  });
});
