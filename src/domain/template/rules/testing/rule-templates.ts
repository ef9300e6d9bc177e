import { expect } from 'vitest';
import { applyEdits } from '../../patch/apply-edits.ts';
import { readTemplate } from '../../read/read-template.ts';
import { checkRules, type TemplateHint } from '../check-rules.ts';

export const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

export const workflow = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: house-price-train
  annotations:
    scenarios.ai.sap.com/name: "House prices"
    executables.ai.sap.com/name: "Train"
  labels:
    scenarios.ai.sap.com/id: house-prices
    ai.sap.com/version: "1.0.0"
spec:
  imagePullSecrets:
    - name: docker-hub
  entrypoint: train
  templates:
    - name: train
      metadata:
        labels:
          ai.sap.com/resourcePlan: starter
      outputs:
        artifacts:
          - name: model
            path: /app/model
            globalName: model
      container:
        image: docker.io/acme/train@${digest}
        command: ["/bin/sh", "-c"]
        args:
          - python /app/train.py
`;

export const serving = `apiVersion: ai.sap.com/v1alpha1
kind: ServingTemplate
metadata:
  name: house-price-serve
  annotations:
    scenarios.ai.sap.com/name: "House prices"
    executables.ai.sap.com/name: "Serve"
  labels:
    scenarios.ai.sap.com/id: house-prices
    ai.sap.com/version: "1.0.0"
spec:
  inputs:
    parameters:
      - name: replicas
        default: "1"
  template:
    apiVersion: serving.kserve.io/v1beta1
    metadata:
      labels: |
        ai.sap.com/resourcePlan: starter
    spec: |
      predictor:
        minReplicas: {{inputs.parameters.replicas}}
        containers:
          - name: kserve-container
            image: docker.io/acme/serve@${digest}
`;

export const both = `${workflow}---\n${serving}`;

export function hintsIn(text: string, dockerUser?: string): TemplateHint[] {
  return checkRules(readTemplate(text), { dockerUser });
}

export function codesIn(text: string): string[] {
  return hintsIn(text).map(({ code, detail }) => (detail === '' ? code : `${code} ${detail}`));
}

export function only(text: string, code: TemplateHint['code'], dockerUser?: string): TemplateHint {
  const found = hintsIn(text, dockerUser).filter((hint) => hint.code === code);
  expect(found).toHaveLength(1);
  if (found[0] === undefined) throw new Error(`No ${code}.`);
  return found[0];
}

/** The text after applying the fix of its only hint of this kind, which must then be gone. */
export function fixed(text: string, code: TemplateHint['code'], dockerUser?: string): string {
  const { fix } = only(text, code, dockerUser);
  expect(fix).toBeDefined();
  const after = applyEdits(text, fix ?? []).text;
  expect(hintsIn(after).map((hint) => hint.code)).not.toContain(code);
  return after;
}
