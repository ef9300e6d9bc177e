import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { readTemplate } from '../read/read-template.ts';
import { listTemplateImages, type TemplateImage } from './images.ts';
import { largeServingTemplate } from '../testing/large-template.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/${name}.yaml`, import.meta.url), 'utf8');

const listed = (text: string): TemplateImage[] => listTemplateImages(readTemplate(text));

const filled = (text: string): (string | undefined)[] => listed(text).map(({ filledIn }) => filledIn);

const readers = (text: string): string[] =>
  listed(text).map(({ image, earlyReader }) => `${image} ${earlyReader ?? ''}`.trim());

function told(text: string): string[] {
  return listed(text).map(
    ({ documentIndex, line, path, image }) => `${documentIndex}:${line} ${path} ${image}`,
  );
}

const everyPlace = `kind: Workflow
spec:
  templateDefaults:
    container: {image: default}
  templates:
    - container: {image: "c"}
      initContainers: [{image: i0}, {image: i1}]
      sidecars:
        - image: 's'
    - script:
        image: script:1
        source: |
          image: no-image
    - containerSet:
        containers:
          - name: a
            image: set-a
          - name: b
            image: set-b
    - steps:
        - - name: one
            inline:
              container:
                image: in-step
    - dag:
        tasks:
          - name: two
            inline: {script: {image: in-task}}
    - resource:
        manifest: "image: none"
`;

const servingPlaces = `kind: ServingTemplate
spec:
  template:
    spec:
      predictor:
        model: {image: model-server, modelFormat: {name: onnx}}
        initContainers: [{image: before}]
        containers: [{image: main}]
        workerSpec:
          containers: [{image: worker}]
      transformer:
        containers: [{image: transformer}]
`;

describe('listTemplateImages', () => {
  test('finds every place of an Argo template', () => {
    expect(told(everyPlace)).toEqual([
      '0:4 spec.templateDefaults.container.image default',
      '0:6 spec.templates[0].container.image c',
      '0:7 spec.templates[0].initContainers[0].image i0',
      '0:7 spec.templates[0].initContainers[1].image i1',
      '0:9 spec.templates[0].sidecars[0].image s',
      '0:11 spec.templates[1].script.image script:1',
      '0:17 spec.templates[2].containerSet.containers[0].image set-a',
      '0:19 spec.templates[2].containerSet.containers[1].image set-b',
      '0:24 spec.templates[3].steps[0][0].inline.container.image in-step',
      '0:28 spec.templates[4].dag.tasks[0].inline.script.image in-task',
    ]);
  });

  test('finds every place of a serving template', () => {
    expect(told(servingPlaces)).toEqual([
      '0:7 spec.template.spec.predictor.initContainers[0].image before',
      '0:8 spec.template.spec.predictor.containers[0].image main',
      '0:6 spec.template.spec.predictor.model.image model-server',
      '0:10 spec.template.spec.predictor.workerSpec.containers[0].image worker',
      '0:12 spec.template.spec.transformer.containers[0].image transformer',
    ]);
  });

  const serving = 'spec.template.spec.predictor.containers';
  test.each([
    [
      '04-cron-workflow',
      ['0:11 spec.workflowSpec.templates[0].container.image registry.example.com/night:2'],
    ],
    ['20-json-minified-serving', [`0:1 ${serving}[0].image docker.io/json/serving:1`]],
    ['22-crlf-serving-list-last-line', []],
    ['23-byte-order-mark', []],
    [
      '24-serving-template',
      [`0:32 ${serving}[0].image docker.io/glassworks/serving:{{inputs.parameters.tag}}`],
    ],
    [
      '26-serving-own-line-placeholders',
      [`0:17 ${serving}[1].image {{inputs.parameters.registry}}/{{inputs.parameters.image}}:latest`],
    ],
    ['29-serving-folded', [`0:12 ${serving}[0].image quay.io/example/folded:1`]],
    ['32-serving-quoted-string', [`0:11 ${serving}[0].image quay.io/example/quoted:1`]],
    ['33-serving-single-quoted-json', [`0:7 ${serving}[0].image it's/odd`]],
    ['38-several-documents', []],
    [
      '35-anchors-and-merge-keys',
      [
        '0:16 spec.templates[0].container.image registry.example.com/base:1',
        '0:16 spec.templates[1].container.image registry.example.com/base:1',
      ],
    ],
  ])('%s', (name, images) => {
    expect(told(fixture(name))).toEqual(images);
  });

  test('reads an unquoted placeholder outside a string as its text', () => {
    const text =
      'kind: Workflow\nspec:\n  templates:\n    - container:\n        image: {{inputs.parameters.image}}\n';
    expect(told(text)).toEqual(['0:5 spec.templates[0].container.image {{inputs.parameters.image}}']);
  });

  test('fills in values and defaults of parameters', () => {
    const workflow = `kind: WorkflowTemplate
spec:
  arguments:
    parameters:
      - {name: registry, value: ghcr.io/acme}
      - {name: open}
  templates:
    - inputs:
        parameters:
          - {name: tag, default: "2"}
          - {name: image, default: "{{workflow.parameters.registry}}/app:{{inputs.parameters.tag}}"}
      container: {image: "{{inputs.parameters.image}}"}
    - container: {image: "{{ workflow.parameters.registry }}/x:{{inputs.parameters.tag}}"}
    - container: {image: "{{workflow.parameters.open}}/y"}
    - container: {image: redis}
`;
    expect(filled(workflow)).toEqual([
      'ghcr.io/acme/app:2',
      'ghcr.io/acme/x:{{inputs.parameters.tag}}',
      undefined,
      undefined,
    ]);
    const servingText = `kind: ServingTemplate
spec:
  inputs:
    parameters: [{name: image, type: string, default: "ghcr.io/acme/serve:1"}]
  template:
    spec: |
      predictor:
        containers: [{image: {{inputs.parameters.image}}}]
`;
    expect(filled(servingText)).toEqual(['ghcr.io/acme/serve:1']);
  });

  test('says who reads an image before the kubelet', () => {
    const text = `kind: WorkflowTemplate
spec:
  executorPlugins: [{spec: {sidecar: {container: {image: plugin}}}}]
  templates:
    - container: {image: with, command: [sh]}
      initContainers: [{image: init}]
      sidecars: [{image: sidecar}]
    - container: {image: without}
    - container: {image: empty, command: []}
    - script: {image: script, command: [sh]}
    - containerSet: {containers: [{image: set}]}
`;
    expect(readers(text)).toEqual([
      'with',
      'init',
      'sidecar argo',
      'without argo',
      'empty argo',
      'script',
      'set argo',
      'plugin',
    ]);
    expect(
      readers(
        'kind: Workflow\nspec:\n  templateDefaults: {container: {command: [a]}}\n  templates: [{container: {image: b}}]\n',
      ),
    ).toEqual(['b']);
    expect(readers(servingPlaces)[0]).toBe('before knative');
  });

  test('lists a container once, however often an alias repeats it', () => {
    const text =
      'kind: Workflow\nspec:\n  templates:\n    - &t {container: {image: a}}\n    - *t\n    - *t\n';
    expect(told(text)).toEqual(['0:4 spec.templates[0].container.image a']);
  });

  test('counts documents and lines across a file', () => {
    const one = 'kind: Workflow\nspec: {templates: [{container: {image: a}}]}\n';
    expect(told(`\uFEFF${one}---\n---\nkind: Secret\n---\n${one}`)).toEqual([
      '0:2 spec.templates[0].container.image a',
      '2:8 spec.templates[0].container.image a',
    ]);
  });

  test('an anchor that contains itself ends the walk', () => {
    const text =
      'kind: Workflow\nspec:\n  templates:\n    - &t\n      dag:\n        tasks:\n          - inline: *t\n      container: {image: a}\n';
    expect(told(text)).toEqual(['0:8 spec.templates[0].container.image a']);
  });

  test('finds thousands of images', () => {
    const text = largeServingTemplate(100_000);
    expect(listed(text)).toHaveLength(text.split('image:').length - 1);
  });

  test('is empty for a broken text', () => {
    expect(listed('kind: "Workflow')).toEqual([]);
  });
});
