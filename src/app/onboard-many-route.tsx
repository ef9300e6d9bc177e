import { OnboardManyPage } from '../onboarding/many/onboard-many-page.tsx';
import { SomeTenantToWrite } from './access/some-tenant-to-write.tsx';
import { orderForms } from './order-forms.tsx';
import { useConnections } from './use-connections.ts';

/** Connects the page with the forms of the other verticals. */
export function OnboardManyRoute() {
  const connections = useConnections();
  const known = connections.data ?? [];
  return (
    <SomeTenantToWrite connections={known}>
      <OnboardManyPage connections={known} forms={orderForms} />
    </SomeTenantToWrite>
  );
}
