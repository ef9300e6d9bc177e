import { useConnection } from '../api/current-connection.tsx';
import type { Repository } from '../api/repositories.ts';
import { BreakableCode } from '../ui/layout/breakable.tsx';
import { FactTable } from '../ui/layout/fact-table.tsx';
import { Section } from '../ui/layout/section.tsx';
import { NameLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { ApplicationView } from './application-view.ts';
import { LastSync } from './last-sync.tsx';

interface ApplicationFactsProps {
  readonly view: ApplicationView;
  readonly repositories: readonly Repository[] | undefined;
}

/** What an application reads, and its two statuses in AI Core's own words. */
export function ApplicationFacts({ view, repositories }: ApplicationFactsProps) {
  const texts = useTexts('applications');
  const { id } = useConnection();
  const { application, status } = view;
  const { repositoryUrl, revision, path } = application;
  const repository = repositories?.find(({ url }) => url === repositoryUrl);
  return (
    <>
      <Section heading={texts.sourceHeading}>
        <FactTable
          facts={[
            {
              term: texts.repository,
              value: repository ? (
                <>
                  <NameLink
                    to="/$tenant/git-repositories/$name"
                    params={{ tenant: id, name: repository.name }}
                  >
                    <code>{repository.name}</code>
                  </NameLink>
                  <div>
                    <BreakableCode text={repositoryUrl} />
                  </div>
                </>
              ) : (
                <BreakableCode text={repositoryUrl} />
              ),
            },
            { term: texts.revision, value: <code>{revision}</code> },
            { term: texts.path, value: path === '' ? texts.noPath : <code>{path}</code> },
          ]}
        />
      </Section>
      <Section heading={texts.statusHeading}>
        {view.error ? (
          texts.statusFailedAdvice
        ) : (
          <FactTable
            facts={[
              { term: texts.syncTerm, value: status && texts.syncOf(status.sync) },
              { term: texts.health, value: status && texts.healthOf(status.health) },
              { term: texts.lastSync, value: <LastSync status={status} exact /> },
            ]}
          />
        )}
      </Section>
    </>
  );
}
