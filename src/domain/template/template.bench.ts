import { bench, describe } from 'vitest';
import { parseDocument } from 'yaml';

import { addImagePullSecret } from './template.ts';
import { listTemplateImages } from './images.ts';
import { largeServingTemplate, largeWorkflowTemplate } from './testing/large-template.ts';

// For comparison: parsing the same text with the YAML library, which sees a ServingTemplate's string as one scalar.
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
