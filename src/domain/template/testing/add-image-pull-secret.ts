import { type PatchedTemplate, patchTemplate } from '../patch/patch-template.ts';
import { readTemplate } from '../read/read-template.ts';

/**
 * Adds pull secrets to every template of a YAML or JSON text: for Argo kinds at `spec` (CronWorkflow:
 * `spec.workflowSpec`), for a ServingTemplate at `predictor` inside `spec.template.spec`, which may be a string or a
 * mapping. Only the necessary lines change, every other byte stays; existing names are not added again. Documents of
 * other kinds are left alone; a document whose place is not found fails without affecting the others.
 * Field names: https://argo-workflows.readthedocs.io/en/latest/fields/ and https://help.sap.com/docs/sap-ai-core.
 */
export function addImagePullSecret(
  templateText: string,
  secretNames: string | readonly string[],
): PatchedTemplate {
  const names = typeof secretNames === 'string' ? [secretNames] : secretNames;
  return patchTemplate(readTemplate(templateText), names);
}
