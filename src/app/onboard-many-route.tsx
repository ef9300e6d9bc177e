import { OnboardManyPage } from '../onboarding/many/onboard-many-page.tsx';
import { orderForms } from './order-forms.tsx';
import { useConnections } from './use-connections.ts';

/** Joins the page with the forms of the other parts. */
export function OnboardManyRoute() {
  const connections = useConnections();
  return <OnboardManyPage connections={connections.data ?? []} forms={orderForms} />;
}
