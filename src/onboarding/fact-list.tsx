import Box from '@mui/material/Box';
import { Breakable } from '../ui/layout/breakable.tsx';
import { ObjectLink } from '../ui/object/object-link.tsx';
import type { Fact } from './step.ts';

/** The facts a step is based on; objects in them link to their pages. Facts that are only names share a line. */
export function FactList({ facts, tenant }: { facts: readonly Fact[]; tenant: string }) {
  return (
    <Box component="ul" sx={listStyle}>
      {facts.map(({ text, url = '', object, raw }) => (
        <li key={text} data-short={object?.kept.name === text} title={raw}>
          {object === undefined ? (
            text
          ) : (
            <>
              <ObjectLink {...object} tenant={tenant}>
                <code>{object.kept.name}</code>
              </ObjectLink>
              {text.slice(object.kept.name.length)}
            </>
          )}
          {url !== '' && (
            <Box component="span" sx={urlStyle}>
              {' ('}
              <Breakable text={url} />)
            </Box>
          )}
        </li>
      ))}
    </Box>
  );
}

const listStyle = {
  m: 0,
  mt: 0.5,
  p: 0,
  listStyle: 'none',
  color: 'text.secondary',
  overflowWrap: 'anywhere',
  // Each has the room that a finger needs, with 24 pixels from line to line.
  '& > [data-short=true]': { display: 'inline-block', mr: 1.5, lineHeight: '1.5rem' },
} as const;

const urlStyle = { color: 'text.disabled' } as const;
