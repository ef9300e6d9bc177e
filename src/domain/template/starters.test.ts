import { describe, expect, test } from 'vitest';

import { listTemplateImages } from './images/images.ts';
import { listPullSecrets } from './patch/patch-template.ts';
import { readTemplate } from './read/read-template.ts';
import { starterServingTemplate, starterWorkflowTemplate } from './starters.ts';
import { addImagePullSecret } from './testing/add-image-pull-secret.ts';
import { parseInner, parseValues } from './testing/oracle.ts';

const starters = [
  ['WorkflowTemplate', starterWorkflowTemplate],
  ['ServingTemplate', starterServingTemplate],
] as const;

const labels = {
  'scenarios.ai.sap.com/id': expect.any(String),
  'executables.ai.sap.com/id': expect.any(String),
  'ai.sap.com/version': expect.any(String),
};
const annotations = {
  'scenarios.ai.sap.com/name': expect.any(String),
  'executables.ai.sap.com/name': expect.any(String),
};

describe.each(starters)('starter %s', (kind, starter) => {
  test.each([
    ['my-registry', 'registry.example.com/team/app:1.0'],
    ['123', 'localhost:5000/app@sha256:0123'],
    ['true', 'a "quoted" image'],
  ])('holds the secret %s and the image %s', (secretName, image) => {
    const text = starter({ secretName, image });
    const template = readTemplate(text);
    expect(listPullSecrets(template)).toMatchObject([{ documentIndex: 0, name: secretName }]);
    expect(listTemplateImages(template)).toMatchObject([{ kind, image }]);
    expect(addImagePullSecret(text, secretName)).toMatchObject({
      text,
      documents: [{ action: 'already-there' }],
    });
  });

  test('has the labels and annotations that AI Core reads', () => {
    const [value] = parseValues(starter({ secretName: 's', image: 'i' }));
    expect(value).toMatchObject({ kind, metadata: { labels, annotations } });
  });
});

test('the workflow says what its container starts, as AI Core requires', () => {
  const [workflow] = parseValues(starterWorkflowTemplate({ secretName: 's', image: 'i' }));
  const container = { image: 'i', command: ['/bin/sh', '-c'], args: [expect.any(String)] };
  expect(workflow).toMatchObject({ spec: { templates: [{ container }] } });
});

test('the pods have a resource plan', () => {
  const [workflow] = parseValues(starterWorkflowTemplate({ secretName: 's', image: 'i' }));
  const podLabels = { 'ai.sap.com/resourcePlan': 'starter' };
  expect(workflow).toMatchObject({ spec: { templates: [{ metadata: { labels: podLabels } }] } });
  const [serving] = parseValues(starterServingTemplate({ secretName: 's', image: 'i' }));
  expect(serving).toMatchObject({
    spec: { template: { metadata: { labels: 'ai.sap.com/resourcePlan: starter\n' } } },
  });
});

test('the serving template asks for its replicas in a string that becomes YAML once they are filled in', () => {
  const text = starterServingTemplate({ secretName: 's', image: 'i' });
  const string = text
    .slice(text.indexOf('      predictor:'))
    .replaceAll('{{inputs.parameters.minReplicas}}', '1');
  expect(parseInner(string)).toMatchObject({
    predictor: { minReplicas: 1, imagePullSecrets: [{ name: 's' }], containers: [{ image: 'i' }] },
  });
});
