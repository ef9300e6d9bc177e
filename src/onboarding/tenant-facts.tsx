import type { TenantInfo } from '../api/tenant-info.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { FactTable } from '../ui/layout/fact-table.tsx';
import { Section } from '../ui/layout/section.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface TenantFactsProps {
  readonly connection: Connection;
  readonly tenantInfo: TenantInfo | undefined;
}

/** Which tenant it is, here and at SAP. */
export function TenantFacts({ connection, tenantInfo }: TenantFactsProps) {
  const { tenant: texts } = useTexts('onboarding');
  return (
    <Section heading={texts.heading}>
      <FactTable
        facts={[
          { term: texts.name, value: connection.label },
          { term: texts.id, value: tenantInfo && <code>{tenantInfo.tenantId}</code> },
          { term: texts.servicePlan, value: tenantInfo?.servicePlan },
          {
            term: texts.connection,
            value: <TextLink to="/connections">{texts.auth[connection.auth]}</TextLink>,
          },
        ]}
      />
    </Section>
  );
}
