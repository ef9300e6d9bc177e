import type { ReactNode } from 'react';
import type { ApprovalPlan } from '../api/approvals.ts';
import { rolloutKinds } from '../domain/rollout/rollout-kinds.ts';
import { BreakableCode } from '../ui/layout/breakable.tsx';
import { useSettingWord } from '../ui/run/fact-word.ts';
import { useTexts } from '../ui/texts/texts.ts';

/**
 * Everything a plan writes except the credential, and where, as terms and values; undefined where the plan does not
 * say.
 */
export function useContentRows({ resource, operation, subject }: ApprovalPlan): [string, ReactNode][] {
  const texts = useTexts('approvals');
  const { facts: places, scopes } = useTexts('audit');
  const settingWord = useSettingWord();
  const { facts } = texts;
  const { registries, keys, settings = {} } = subject;
  const isGroup = resource === rolloutKinds['resource-group'].resource;
  const entries = Object.entries(settings).map(([name, value]) => ({ name: settingWord(name), value }));
  const labels = entries.map(({ name, value }) => `${name}=${value}`);
  return [
    [places.resourceGroup, subject.resourceGroup],
    [places.scope, scopes[subject.scope ?? '']],
    [
      facts.registries,
      registries && (
        <Lines
          key="registries"
          texts={registries.map(({ host, username }) =>
            username === undefined ? host : `${host} (${username})`,
          )}
        />
      ),
    ],
    [facts.url, subject.url],
    [facts.revision, subject.revision],
    [facts.path, subject.path],
    [facts.username, subject.username],
    [facts.keys, keys && <Lines key="keys" texts={keys} />],
    [facts.storage, subject.storage],
    ...(isGroup
      ? [labelsRow(facts.labels, labels.length > 0 ? <Lines key="labels" texts={labels} /> : texts.noLabels)]
      : entries.map(({ name, value }): [string, ReactNode] => [name, value])),
  ];

  /** A group without labels loses those it has. */
  function labelsRow(term: string, value: ReactNode): [string, ReactNode] {
    return [term, operation === 'rollout' ? value : undefined];
  }
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <div key={text}>
      <BreakableCode text={text} />
    </div>
  ));
}
