import { NameLink } from './text-link.tsx';

/** A secret's name as a link to its page. */
export function SecretLink(props: { tenant: string; name: string; inNewTab?: boolean }) {
  const { tenant, name, inNewTab = false } = props;
  return (
    <NameLink
      to="/$tenant/docker-registry-secrets/$name"
      params={{ tenant, name }}
      {...(inNewTab && { target: '_blank' })}
    >
      <code>{name}</code>
    </NameLink>
  );
}
