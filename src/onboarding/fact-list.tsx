import Box from '@mui/material/Box';
import { rolloutKinds } from '../domain/rollout/rollout-kinds.ts';
import { SecretLink } from '../ui/secret-link.tsx';
import { NameLink } from '../ui/text-link.tsx';
import type { Fact } from './steps.ts';

/** What a step was told from; what it names leads to its page. Names alone stand in one line. */
export function FactList({ facts, tenant }: { facts: readonly Fact[]; tenant: string }) {
  return (
    <Box component="ul" sx={listStyle}>
      {facts.map(({ text, url = '', object }) => (
        <li key={text} data-short={object?.name === text}>
          {object === undefined ? text : <ObjectLink {...object} tenant={tenant} />}
          {object !== undefined && text.slice(object.name.length)}
          {url !== '' && <Box component="span" sx={urlStyle}>{` (${url})`}</Box>}
        </li>
      ))}
    </Box>
  );
}

function ObjectLink({ kind, name, tenant }: NonNullable<Fact['object']> & { tenant: string }) {
  if (kind === 'docker-registry-secret') return <SecretLink tenant={tenant} name={name} />;
  if (kind !== 'git-repository') {
    return (
      <NameLink to={rolloutKinds[kind].page} params={{ tenant }}>
        <code>{name}</code>
      </NameLink>
    );
  }
  return (
    <NameLink to="/$tenant/git-repositories/$name" params={{ tenant, name }}>
      <code>{name}</code>
    </NameLink>
  );
}

const listStyle = {
  m: 0,
  mt: 0.5,
  p: 0,
  listStyle: 'none',
  color: 'text.secondary',
  overflowWrap: 'anywhere',
  '& > [data-short=true]': { display: 'inline-block', mr: 1.5 },
} as const;

const urlStyle = { color: 'text.disabled' } as const;
