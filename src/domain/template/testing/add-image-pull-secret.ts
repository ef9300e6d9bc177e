import { type PatchedTemplate, patchTemplate } from '../patch/patch-template.ts';
import { readTemplate } from '../read/read-template.ts';

/**
 * Puts pull secrets into every template of a YAML or JSON text: Argo kinds at `spec` (CronWorkflow:
 * `spec.workflowSpec`), ServingTemplate at `predictor` inside `spec.template.spec`, whether that is a string or a
 * mapping. Only the needed lines change, every other byte stays; names that are there already are not added.
 * Documents of other kinds are left alone; one whose place cannot be found fails without touching the others.
 * Field names: https://argo-workflows.readthedocs.io/en/latest/fields/ and https://help.sap.com/docs/sap-ai-core.
 */
export function addImagePullSecret(
  templateText: string,
  secretNames: string | readonly string[],
): PatchedTemplate {
  const names = typeof secretNames === 'string' ? [secretNames] : secretNames;
  return patchTemplate(readTemplate(templateText), names);
}
