import { hasPlaceholder } from '../read/mask.ts';
import { lookup, lookupMap, ownPair } from '../read/node.ts';
import { scalarValue } from '../read/scalar-value.ts';
import type { Edit } from '../read/text-view.ts';
import type { HintAt } from './hint.ts';
import { insertPair } from './insert-pair.ts';
import { scalarAt, type Subject } from './subject.ts';

const reference = '{{inputs.parameters.minReplicas}}';

/** Turns the number of replicas, which every service has, into a parameter with the same value. */
function addParameter({ view, root, spec }: Subject): Edit[] | undefined {
  const predictor = lookupMap(spec?.root, 'predictor');
  if (spec === undefined || predictor === undefined) return undefined;
  const own = ownPair(predictor, 'minReplicas')?.value;
  if (own !== undefined && own.kind !== 'scalar') return undefined;
  const value = own && scalarValue(spec.view.source, own);
  const isReferred = value === reference;
  if (value !== undefined && !isReferred && !/^\d{1,3}$/.test(value)) return undefined;
  // The string inside a ServingTemplate is filled in before it is parsed.
  const flow = spec.isInner && !spec.view.json ? reference : JSON.stringify(reference);
  const used =
    own === undefined
      ? insertPair(spec.view, predictor, ['minReplicas'], { flow })
      : { start: own.start, end: own.end, insert: flow };
  const outer = used && spec.toOuterEdit(used);
  const start = isReferred ? '1' : (value ?? '1');
  const added = insertPair(view, root, ['spec', 'inputs', 'parameters'], {
    flow: `[{"name": "minReplicas", "type": "string", "default": "${start}"}]`,
    block: ['- name: minReplicas', '  type: string', `  default: "${start}"`],
  });
  if (isReferred) return added && [added];
  return outer && added && [added, outer];
}

/** A ServingTemplate needs at least one input parameter. */
export function checkParameters(subject: Subject): HintAt[] {
  if (!subject.isServing) return [];
  const holder = lookupMap(subject.root, 'spec');
  const inputs = lookupMap(holder, 'inputs');
  const parameters = inputs && lookup(inputs, 'parameters');
  if (parameters?.kind === 'seq' && parameters.items.length > 0) return [];
  const offset = (parameters ?? inputs ?? holder ?? subject.root).start;
  return [{ code: 'parameter-missing', offset, detail: '', fix: addParameter(subject) }];
}

/** A scenario needs a WorkflowTemplate: `begun` are the scenarios that have one in the text. */
export function checkScenario(subject: Subject, begun: ReadonlySet<string | undefined>): HintAt[] {
  const { isServing, scenario, metadata } = subject;
  if (!isServing || scenario === undefined || hasPlaceholder(scenario) || begun.has(scenario)) return [];
  const label = scalarAt(lookupMap(metadata, 'labels'), 'scenarios.ai.sap.com/id');
  return label === undefined ? [] : [{ code: 'scenario-alone', offset: label.start, detail: scenario }];
}
