import type { Catalogue } from '../ui/texts/texts.ts';
import type { Fact, Step } from './step.ts';
import { countedSteps, failureFacts } from './steps.ts';

interface Report {
  readonly tenant: string;
  readonly checkedAt: Date;
  readonly steps: readonly Step[];
}

/** The checklist as Markdown. It contains names, URLs and states, never a credential. */
export function toMarkdown(
  texts: Catalogue['onboarding'],
  problems: Catalogue['problems'],
  { tenant, checkedAt, steps }: Report,
): string {
  const done = steps.filter(({ state }) => state === 'done').length;
  const items = steps.flatMap((step) => [
    `- [${step.state === 'done' ? 'x' : ' '}] **${escapeMarkdown(step.title)}**: ${escapeMarkdown(texts.states[step.state])}`,
    ...[...step.facts, ...(step.error ? failureFacts(texts, problems, step.error) : [])].map(
      (fact) => `  - ${factLine(fact)}`,
    ),
  ]);
  const lines = [
    `# ${escapeMarkdown(texts.markdownTitle(tenant))}`,
    '',
    `${texts.checkedAt(checkedAt)}. ${texts.progress(done, countedSteps(steps).length)}.`,
    '',
    ...items,
  ];
  return `${lines.join('\n')}\n`;
}

function factLine({ text, url }: Fact): string {
  if (url === undefined || url === '') return escapeMarkdown(text);
  return `${escapeMarkdown(text)}, ${/^https?:\/\/[^\s<>]+$/i.test(url) ? `<${url}>` : escapeMarkdown(url)}`;
}

/** Escapes a name, so that it is not read as Markdown. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`);
}
