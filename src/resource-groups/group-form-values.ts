import { z } from 'zod/mini';
import type { ResourceGroup } from '../api/groups/resource-groups.ts';
import { checkResourceGroupId } from '../domain/resource-group/resource-group-id.ts';
import {
  checkLabelKeyEnd,
  checkLabelValue,
  labelKeyEnd,
  labelPrefix,
  type ResourceGroupLabel,
} from '../domain/resource-group/resource-group-labels.ts';
import { reportProblem } from '../ui/form/form-rules.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

/** A label as it is typed: its key with or without the prefix. */
export interface LabelValues {
  key: string;
  value: string;
}

export interface GroupFormValues {
  name: string;
  labels: LabelValues[];
}

export const emptyLabel: LabelValues = { key: '', value: '' };

/** The label that SAP's document grounding looks for. */
export const groundingLabel: LabelValues = { key: 'document-grounding', value: 'true' };

type Texts = Catalogue['resourceGroups'];

/**
 * The rules of the form; each violation is a message at its field. `taken` are the ids in the tenant; without it, the
 * group is one of them.
 */
export function groupFormSchema(texts: Texts, taken?: readonly string[]) {
  const name = z.string().check((context) => {
    const problem = checkResourceGroupId(context.value);
    if (problem) reportProblem(context, texts.idProblem(problem));
    else if (taken?.includes(context.value)) reportProblem(context, texts.idTaken(context.value));
  });
  const label = z.object({ key: z.string(), value: z.string() });
  const labels = z.array(label).check((context) => {
    for (const [index, { key, value }] of context.value.entries()) {
      const before = context.value.slice(0, index).map((one) => keyEndOf(one.key));
      const keyProblem = checkLabelKeyEnd(keyEndOf(key), before);
      const valueProblem = checkLabelValue(value);
      if (keyProblem) reportProblem(context, texts.keyProblem(keyProblem), [index, 'key']);
      if (valueProblem) reportProblem(context, texts.valueProblem(valueProblem), [index, 'value']);
    }
  });
  return z.object({ name: taken ? name : z.string(), labels });
}

/** The part of a typed key after the prefix. */
export function keyEndOf(typed: string): string {
  return labelKeyEnd(typed) ?? typed;
}

/** The labels as AI Core receives them. */
export function toLabels(values: readonly LabelValues[]): ResourceGroupLabel[] {
  return values.map(({ key, value }) => ({ key: labelPrefix + keyEndOf(key), value }));
}

/** The labels of a group that may be changed. */
export function ownLabels({ labels }: Pick<ResourceGroup, 'labels'>): LabelValues[] {
  return labels.flatMap(({ key, value }) => {
    const end = labelKeyEnd(key);
    return end === undefined ? [] : [{ key: end, value }];
  });
}
