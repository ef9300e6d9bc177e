import { NameLink } from './text-link.tsx';

export function ApplicationLink({ tenant, name }: { tenant: string; name: string }) {
  return (
    <NameLink to="/$tenant/applications/$name" params={{ tenant, name }}>
      <code>{name}</code>
    </NameLink>
  );
}
