import { slugOf } from '../../text/slug.ts';
import { hasPlaceholder } from '../read/mask.ts';
import { lookup, lookupMap, type MapNode } from '../read/node.ts';
import { scalarValue } from '../read/scalar-value.ts';
import type { Edit } from '../read/text-view.ts';
import { type HintAt, maxPerCode } from './hint.ts';
import { insertPair, quoted } from './insert-pair.ts';
import { scalarAt, type Subject, valueAt } from './subject.ts';

/** The longest label value in Kubernetes. */
const maxLabelLength = 63;

function toLabel(name: string): string | undefined {
  return hasPlaceholder(name) ? name : slugOf(name, maxLabelLength) || undefined;
}

/** The metadata from which AI Core reads scenario and executable, with a default for each missing value. */
const expected = [
  ['annotations', 'scenarios.ai.sap.com/name', ({ scenario, name }: Subject) => scenario ?? name],
  ['annotations', 'executables.ai.sap.com/name', ({ name }: Subject) => name],
  ['labels', 'scenarios.ai.sap.com/id', ({ name }: Subject) => name && toLabel(name)],
  ['labels', 'ai.sap.com/version', () => '1.0.0'],
] as const;

/** Labels and annotations that AI Core needs to make a scenario and an executable of the template. */
export function checkMetadata(subject: Subject): HintAt[] {
  const { view, root, metadata } = subject;
  return expected.flatMap(([group, key, valueOf]): HintAt[] => {
    const holder = lookupMap(metadata, group);
    if (valueAt(view, holder, key) !== undefined) return [];
    const value = valueOf(subject);
    const edit =
      value === undefined ? undefined : insertPair(view, root, ['metadata', group, key], quoted(value));
    return [
      {
        code: group === 'labels' ? 'label-missing' : 'annotation-missing',
        offset: (scalarAt(holder, key) ?? holder ?? metadata ?? root).start,
        detail: key,
        fix: edit && [edit],
      },
    ];
  });
}

const plan = 'ai.sap.com/resourcePlan';
/** The plan that SAP's own examples use. */
const smallestPlan = { flow: '"starter"' };

function hasPlan(labels: MapNode | undefined): boolean {
  return labels !== undefined && lookup(labels, plan) !== undefined;
}

function missing(offset: number, edit: Edit | undefined): HintAt {
  return { code: 'plan-missing', offset, detail: '', fix: edit && [edit] };
}

/** An InferenceService's labels are a mapping, or a string that contains one. */
function checkServingPlan({ view, root }: Subject): HintAt[] {
  const template = lookupMap(lookupMap(root, 'spec'), 'template');
  if (template === undefined) return [];
  const metadata = lookupMap(template, 'metadata');
  const labels = metadata && lookup(metadata, 'labels');
  if (labels?.kind === 'map') {
    if (hasPlan(labels)) return [];
    return [missing(labels.start, insertPair(view, template, ['metadata', 'labels', plan], smallestPlan))];
  }
  if (labels?.kind === 'scalar' && labels.start !== labels.end) {
    if (scalarValue(view.source, labels).includes(plan)) return [];
    const line = `${' '.repeat(labels.indent)}${plan}: starter${view.eol}`;
    const at = labels.bodyStart;
    return [
      missing(labels.start, labels.style === 'literal' ? { start: at, end: at, insert: line } : undefined),
    ];
  }
  // A string, as in AI Core's own examples.
  const text = insertPair(view, template, ['metadata', 'labels'], quoted(`${plan}: starter`));
  return [missing((metadata ?? template).start, text)];
}

/** Each Argo template that starts a pod must choose a resource plan, unless a default applies to all. */
function checkWorkflowPlans({ spec, containers }: Subject): HintAt[] {
  if (spec === undefined) return [];
  const { root, view, toOuter, toOuterEdit } = spec;
  const defaults = lookupMap(lookupMap(lookupMap(root, 'templateDefaults'), 'metadata'), 'labels');
  if (hasPlan(defaults) || hasPlan(lookupMap(lookupMap(root, 'podMetadata'), 'labels'))) return [];
  const defaultTemplate = lookupMap(root, 'templateDefaults');
  const owners = new Set(containers.filter(({ role }) => role !== 'plugin').map(({ owner }) => owner));
  const without = [...owners].filter(
    (owner) => owner !== defaultTemplate && !hasPlan(lookupMap(lookupMap(owner, 'metadata'), 'labels')),
  );
  return without.slice(0, maxPerCode).map((owner) => {
    const edit = insertPair(view, owner, ['metadata', 'labels', plan], smallestPlan);
    return missing(toOuter(owner.start), edit && toOuterEdit(edit));
  });
}

/** The label that chooses the machine type. */
export function checkPlan(subject: Subject): HintAt[] {
  return subject.isServing ? checkServingPlan(subject) : checkWorkflowPlans(subject);
}
