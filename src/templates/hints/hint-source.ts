import type { HintCode } from '../../domain/template/rules/hint.ts';
import { sapPage } from '../../ui/docs/sap-docs-link.tsx';

/** SAP's “Workflow Templates” and “Serving Templates”. */
const workflow = sapPage('83523ab8b49245bcbc9f1bf0969e32d8');
const serving = sapPage('20a8667ef19e4de59a4469cb542a7457');
/** The first template in SAP's tutorials shows the format of an id. */
export const sample =
  'https://github.com/SAP-samples/ai-core-samples/blob/main/02_ai_core/tutorials/01_create_your_first_machine_learning_project_using_sap_ai_core/01_02_quick_start_for_your_first_ai_project_using_ai_core/hello_pipeline.yaml';

const ofWorkflow = new Set<HintCode>([
  'command-missing',
  'command-other',
  'args-missing',
  'main-missing',
  'other-user',
  'archive-none',
]);
/** SAP says so in many places, but on no page of its own. */
const unplaced = new Set<HintCode>(['scenario-alone', 'docker-host', 'no-digest', 'image-unfilled']);

/** SAP's page about the rule; undefined if there is none. */
export function sourceOf(code: HintCode, kind: string | undefined): string | undefined {
  if (code === 'name-form') return sample;
  if (unplaced.has(code)) return undefined;
  return kind === 'ServingTemplate' && !ofWorkflow.has(code) ? serving : workflow;
}
