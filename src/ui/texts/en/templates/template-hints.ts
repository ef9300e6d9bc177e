import type { HintCode } from '../../../../domain/template/rules/hint.ts';
import { formatNumber } from '../../format.ts';

interface Found {
  readonly code: HintCode;
  readonly detail: string;
}

function hint({ code, detail }: Found): string {
  switch (code) {
    case 'name-form':
      return `“${detail}” becomes the executable’s ID. Use lowercase letters, digits and hyphens only.`;
    case 'duplicate-id':
      return `Another template in this text is named “${detail}”. The ID must be unique in the tenant.`;
    case 'label-missing':
      return `The label “${detail}” is missing. AI Core needs it to list the executable.`;
    case 'annotation-missing':
      return `The annotation “${detail}” is missing. AI Core needs it to list the scenario.`;
    case 'plan-missing':
      return 'The label “ai.sap.com/resourcePlan” is missing. It chooses the machine.';
    case 'parameter-missing':
      return 'A ServingTemplate needs at least one input parameter.';
    case 'command-missing':
      return 'This container has no command. AI Core ignores what the image’s Dockerfile starts.';
    case 'args-missing':
      return 'The shell has nothing to run. Give it args.';
    case 'main-missing':
      return 'One of several containers must be named “main”.';
    case 'other-user':
      return `${detail} does not work. AI Core runs containers as user and group 65534.`;
    case 'image-unfilled':
      return `“${detail}” is a placeholder. Replace it.`;
    case 'command-other':
      return `SAP documents ["/bin/sh", "-c"] as the command, with args. This one is “${detail}”.`;
    case 'scenario-alone':
      return `If the scenario “${detail}” is new, it also needs a WorkflowTemplate.`;
    case 'archive-none':
      return '“archive: none” fails with an object store of type webhdfs (SAP HANA Cloud, data lake).';
    case 'docker-host':
      return `Name the registry in the image: ${detail}.`;
    case 'no-digest':
      return detail === '1'
        ? 'This image has no digest, so its content can change. Add @sha256:….'
        : `${formatNumber(Number(detail))} images have no digest, so their content can change. Add @sha256:….`;
  }
}

/** What a click does; `insert` is the first text that it writes. */
function fix({ code }: Found, insert: string): string {
  switch (code) {
    case 'name-form':
    case 'image-unfilled':
    case 'other-user':
      return `Use ${insert}`;
    case 'label-missing':
      return 'Add label';
    case 'annotation-missing':
      return 'Add annotation';
    case 'plan-missing':
      return 'Add starter plan';
    case 'parameter-missing':
      return 'Make minReplicas a parameter';
    case 'command-missing':
      return 'Add command';
    case 'main-missing':
      return 'Name it main';
    case 'archive-none':
      return 'Remove “archive”';
    case 'docker-host':
      return 'Add host';
    case 'args-missing':
    case 'command-other':
    case 'duplicate-id':
    case 'no-digest':
    case 'scenario-alone':
      return 'Fix';
  }
}

export const templateHints = {
  heading: 'Hints',
  note: 'What SAP documents but AI Core doesn’t check before a run. You can copy the template as it is.',
  none: 'Nothing to note.',
  advice: (count: number) => `${formatNumber(count)} more to consider`,
  hint,
  fix,
  line: (line: number) => `Line ${line}`,
  source: 'SAP documentation',
  sample: 'SAP sample',
  fixed: (line: number) => `Line ${line} changed.`,
  undo: 'Undo',
};
