import { useQuery } from '@tanstack/react-query';
import { Split } from 'lucide-react';
import { consoleConfigQuery, useOffers } from '../api/connections.ts';
import { useConnection } from '../api/current-connection.tsx';
import { tenantsWithSecretQuery } from '../api/tenants-with-secret.ts';
import { rolloutSearch } from '../domain/rollout/rollout-address.ts';
import { iconProps } from '../ui/icon-props.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** After a rotation: a way to other tenants with a secret of the same name; absent if there are none. */
export function RollOutAfterwards({ name }: { name: string }) {
  const texts = useTexts('secretForm');
  const connection = useConnection();
  const hasOverview = useOffers('overview');
  const config = useQuery(consoleConfigQuery()).data;
  const others = (config?.connections ?? []).map(({ id }) => id).filter((id) => id !== connection.id);
  const having = useQuery({
    ...tenantsWithSecretQuery(name, others),
    enabled: hasOverview && others.length > 0,
  });
  if (having.data === undefined || having.data.length === 0) return undefined;
  return (
    <LinkButton
      to="/rollout"
      search={rolloutSearch({ secrets: [name], tenants: having.data })}
      variant="outlined"
      startIcon={<Split {...iconProps} />}
    >
      {texts.rollOutAfterwards(having.data.length)}
    </LinkButton>
  );
}
