import { labelKeyEnd } from '../../domain/resource-group/resource-group-labels.ts';
import type { PlannedFact } from '../../domain/rollout/approval.ts';
import { useTexts } from '../texts/texts.ts';

/** The name of an object store's setting as in its form; a label of a resource group is named by its key. */
export function useSettingWord(): (name: string) => string {
  const { fields, pathPrefix } = useTexts('objectStores');
  const words = new Map([
    ...Object.entries(fields),
    ['pathPrefix', pathPrefix] as const,
    ['headerNames', fields.headers] as const,
  ]);
  return (name) => words.get(name) ?? labelKeyEnd(name) ?? name;
}

/** The name of a fact in a plan. */
export function useFactWord(): (fact: PlannedFact) => string {
  const { facts } = useTexts('approvals');
  const settingWord = useSettingWord();
  return (said) => (said.fact === 'setting' ? settingWord(said.name) : facts[said.fact]);
}
