import { RolloutPage } from '../rollout/rollout-page.tsx';
import { orderForms } from './order-forms.tsx';
import { useConnections } from './use-connections.ts';

/** Joins the page with the forms of the other parts. */
export function RolloutRoute() {
  const connections = useConnections();
  return <RolloutPage connections={connections.data ?? []} forms={orderForms} />;
}
