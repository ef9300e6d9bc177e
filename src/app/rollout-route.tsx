import { RolloutPage } from '../rollout/rollout-page.tsx';
import { SomeTenantToWrite } from './access/some-tenant-to-write.tsx';
import { orderForms } from './order-forms.tsx';
import { useConnections } from './use-connections.ts';

/** Joins the page with the forms of the other parts. */
export function RolloutRoute() {
  const connections = useConnections();
  const known = connections.data ?? [];
  return (
    <SomeTenantToWrite connections={known}>
      <RolloutPage connections={known} forms={orderForms} />
    </SomeTenantToWrite>
  );
}
