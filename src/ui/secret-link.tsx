import { TextLink } from './text-link.tsx';

/** A secret's name, which leads to its page. */
export function SecretLink({ tenant, name }: { tenant: string; name: string }) {
  return (
    <TextLink
      to="/$tenant/docker-registry-secrets/$name"
      params={{ tenant, name }}
      color="inherit"
      underline="hover"
    >
      {name}
    </TextLink>
  );
}
