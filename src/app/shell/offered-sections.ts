import { useMemo } from 'react';
import { useOffers } from '../../api/connections.ts';
import { allTenantsSections } from './sections.ts';

/** The sections about all tenants that this gateway offers: without a store there are no approvals and no audit log. */
export function useOfferedSections(): typeof allTenantsSections {
  const [approvals, audit] = [useOffers('approvals'), useOffers('audit')];
  return useMemo(() => {
    const offered = { approvals, audit };
    return allTenantsSections.filter(
      ({ text }) => (text !== 'audit' && text !== 'approvals') || offered[text],
    );
  }, [approvals, audit]);
}
