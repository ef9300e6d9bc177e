import { useSyncExternalStore } from 'react';
import { Listeners } from '../domain/listeners.ts';

/** A template's text, and the name of the file that it came from. */
export interface TemplateSource {
  readonly text: string;
  readonly fileName: string | undefined;
}

/** The choice for one tenant. */
export interface Choice {
  /** In the order chosen, which is the order in the template. */
  readonly secrets: readonly string[];
  /** Names in the template that they replace. */
  readonly replaced: readonly string[];
  /** Hosts typed for secrets with unknown content, by name. */
  readonly hosts: ReadonlyMap<string, string>;
}

interface Memory extends TemplateSource {
  /** Incremented whenever the whole text is replaced. */
  readonly edition: number;
  /** The text that was replaced last, which can be restored. */
  readonly putAside: TemplateSource | undefined;
  /** The text that was last copied or saved. */
  readonly taken: string;
  readonly choices: ReadonlyMap<string, Choice>;
}

const noChoice: Choice = { secrets: [], replaced: [], hosts: new Map() };

/**
 * Only in the memory of this tab, for every page and tenant: a template may contain a credential by mistake, so it is
 * never stored and is gone with the tab.
 */
let draft: Memory = {
  text: '',
  fileName: undefined,
  edition: 0,
  putAside: undefined,
  taken: '',
  choices: new Map(),
};
const { subscribe, announce } = new Listeners();

const askBeforeItIsLost = (event: Event) => event.preventDefault();

function change(changes: Partial<Memory>): void {
  draft = { ...draft, ...changes };
  const isUntaken = draft.text !== '' && draft.text !== draft.taken;
  if (isUntaken) addEventListener('beforeunload', askBeforeItIsLost);
  else removeEventListener('beforeunload', askBeforeItIsLost);
  announce();
}

/** Updates the text while it is typed. */
export function changeText(text: string): void {
  if (text !== draft.text) change({ text });
}

/** Replaces the whole text, which was `before`. */
export function replaceText({ text, fileName }: TemplateSource, before: string): void {
  const putAside = before === '' || before === text ? undefined : { text: before, fileName: draft.fileName };
  change({ text, fileName, putAside, edition: draft.edition + 1 });
}

export function takeText(): void {
  change({ taken: draft.text });
}

export function changeChoice(tenant: string, changes: Partial<Choice>): void {
  const choice = { ...(draft.choices.get(tenant) ?? noChoice), ...changes };
  change({ choices: new Map(draft.choices).set(tenant, choice) });
}

export function chooseSecrets(tenant: string, names: readonly string[]): void {
  const { secrets } = draft.choices.get(tenant) ?? noChoice;
  const further = names.filter((name) => !secrets.includes(name));
  if (further.length > 0) changeChoice(tenant, { secrets: [...secrets, ...further] });
}

export interface Draft extends Omit<Memory, 'choices'> {
  readonly choice: Choice;
}

export function useDraft(tenant: string): Draft {
  const { choices, ...rest } = useSyncExternalStore(subscribe, () => draft);
  return { ...rest, choice: choices.get(tenant) ?? noChoice };
}
