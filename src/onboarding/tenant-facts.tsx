import type { TenantInfo } from '../api/tenant-info.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { FactTable } from '../ui/layout/fact-table.tsx';
import { Section } from '../ui/layout/section.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { Answer } from './step.ts';

interface TenantFactsProps {
  readonly connection: Connection;
  readonly tenantInfo: Answer<TenantInfo>;
}

/** The tenant's name in the console and its identity at SAP. */
export function TenantFacts({ connection, tenantInfo }: TenantFactsProps) {
  const { tenant: texts } = useTexts('onboarding');
  const { data, error } = tenantInfo;
  const unknown = error ? texts.notKnown : undefined;
  return (
    <Section heading={texts.heading}>
      <FactTable
        facts={[
          { term: texts.name, value: connection.label },
          { term: texts.id, value: data ? <code>{data.tenantId}</code> : unknown },
          { term: texts.servicePlan, value: data?.servicePlan ?? unknown },
          {
            term: texts.connection,
            value: <TextLink to="/connections">{texts.auth[connection.auth]}</TextLink>,
          },
        ]}
      />
    </Section>
  );
}
