import type { Connection } from '../../domain/connection/connection.ts';
import type { OnboardingStep } from '../../domain/onboarding/onboarding-plan.ts';
import type { RolloutKindId } from '../../domain/rollout/rollout-kinds.ts';
import type { RunRow } from '../../domain/rollout/run-rows.ts';
import type { Catalogue } from '../../ui/texts/texts.ts';
import { escapeMarkdown } from '../markdown.ts';
import { factWords } from '../fact-words.ts';
import type { ItemProof, ReadyItem } from './onboarding-items.ts';
import { proofWords, type ProofTexts } from './proof-words.ts';

interface ReportTexts extends ProofTexts {
  readonly texts: Catalogue['onboardMany'];
  readonly things: Readonly<Record<RolloutKindId, string>>;
  readonly scopes: Catalogue['genericSecrets']['scopes'];
  readonly run: Catalogue['run'];
}

interface Report {
  /** The label of the tenant that was copied. */
  readonly like: string;
  readonly connections: readonly Connection[];
  readonly items: readonly Pick<ReadyItem, 'id' | 'kind' | 'order'>[];
  readonly steps: readonly OnboardingStep[];
  readonly rows: readonly RunRow[];
  /** By target of the run. */
  readonly proofs: ReadonlyMap<string, ItemProof>;
  readonly at: Date;
}

/**
 * The outcomes in each tenant and AI Core's states, as Markdown. Only what AI Core confirms is ticked. It contains
 * names, URLs and states, never a credential, and the server's words only for states that somebody has to fix.
 */
export function reportMarkdown(words: ReportTexts, report: Report): string {
  const { texts } = words;
  const { like, connections, steps, proofs, at } = report;
  const proved = steps.filter(({ targetId }) => proofs.get(targetId)?.state === 'settled').length;
  const lines = [
    `# ${escapeMarkdown(texts.report.title(like))}`,
    '',
    `${texts.report.sums(proved, steps.length, connections.length, at)} ${texts.report.limits}`,
    ...connections.flatMap(({ id, label }) => [
      '',
      `## ${escapeMarkdown(label)}`,
      '',
      ...steps.filter(({ tenantId }) => tenantId === id).map((step) => itemLine(words, report, step)),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function itemLine(words: ReportTexts, { items, rows, proofs }: Report, step: OnboardingStep): string {
  const { texts, things, scopes, run, problems } = words;
  const item = items.find(({ id }) => id === step.itemId);
  const row = rows.find(({ targetId }) => targetId === step.targetId);
  const proof = proofs.get(step.targetId);
  const kind = item?.kind;
  const what = item ? `${things[item.kind]} ${item.order.name}` : '';
  const facts = item ? factWords(item.kind, item.order, scopes) : [];
  const details = [
    ...(row ? rowWords(words, row) : []),
    ...(proof && kind
      ? [
          proofWords(words, kind, proof).replace(/\.$/, ''),
          // The server's words help to find the cause.
          ...(proof.state === 'broken' && proof.says !== '' ? [texts.quoted(proof.says)] : []),
        ]
      : []),
  ];
  const tick = proof?.state === 'settled' ? 'x' : ' ';
  const name = facts.length === 0 ? what : `${what} (${facts.join(', ')})`;
  return `- [${tick}] **${escapeMarkdown(name)}**: ${escapeMarkdown(details.join('. '))}`;

  function rowWords(
    { texts: { report: says } }: ReportTexts,
    { state, action, end, reason }: RunRow,
  ): string[] {
    if (state === 'done') return [says.created];
    if (state === 'skipped') return [says.present];
    const problem = end?.state === 'failed' ? end.problem : undefined;
    return [
      run.states[state],
      ...(end ? [run.outcome(end)] : [run.reason({ action, reason })]),
      ...(problem ? [problems.problem(problem).title] : []),
      ...(problem?.requestId === undefined ? [] : [says.requestId(problem.requestId)]),
    ]
      .map((sentence) => sentence.replace(/\.$/, ''))
      .filter((sentence) => sentence !== '');
  }
}
