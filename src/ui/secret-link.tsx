import { NameLink } from './text-link.tsx';

/** A secret's name, which leads to its page: for every table, message and matrix that names one. */
export function SecretLink({ tenant, name }: { tenant: string; name: string }) {
  return (
    <NameLink to="/$tenant/docker-registry-secrets/$name" params={{ tenant, name }}>
      <code>{name}</code>
    </NameLink>
  );
}
