import Box from '@mui/material/Box';
import { Link, useRouterState } from '@tanstack/react-router';
import type { Connection } from '../../domain/connection/connection.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { nameInAddress } from '../object-address.ts';
import { allTenantsSections, consoleSections, tenantSections } from './sections.ts';

const ofAll = [...allTenantsSections, ...consoleSections];
const has = (sections: readonly { segment: string }[], path: string) =>
  sections.some(({ segment }) => segment === path.split('/')[1]);

/** The path to the page: its tenant or group, the section, the object, and the action. */
export function Breadcrumbs({ connections }: { connections: readonly Connection[] }) {
  const { nav } = useTexts('common');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const crumbs = toCrumbs(path).map(({ segment, href }, index) => {
    const tenant = connections.find(({ id }) => `/${id}` === href);
    const text = (index === 0 ? ofAll : tenantSections).find((section) => section.segment === segment)?.text;
    const act = nav.acts.find(([name]) => name === segment)?.[1];
    return {
      href,
      label: tenant?.label ?? (text && nav[text]) ?? act ?? nameInAddress(segment),
      leads: tenant ?? text,
      isName: !tenant && !text && !act,
    };
  });
  const group = has(allTenantsSections, path)
    ? nav.allTenantsGroup
    : has(consoleSections, path) && nav.consoleGroup;
  return (
    <Box component="nav" aria-label={nav.breadcrumbs} sx={crumbsStyle}>
      <ol>
        {group && <li>{group}</li>}
        {crumbs.map(({ href, label, leads, isName }, index) => (
          <li key={href} data-name={isName || undefined}>
            {index === crumbs.length - 1 ? (
              <span aria-current="page">{label}</span>
            ) : leads ? (
              <Link to={href}>{label}</Link>
            ) : (
              label
            )}
          </li>
        ))}
      </ol>
    </Box>
  );
}

/** The parts of an address, each with the address up to it. */
function toCrumbs(path: string): { segment: string; href: string }[] {
  const parts = path.split('/').filter((part) => part !== '');
  return parts.map((part, index) => ({
    segment: decodeURIComponent(part),
    href: `/${parts.slice(0, index + 1).join('/')}`,
  }));
}

const crumbsStyle = {
  minWidth: 0,
  display: { xs: 'none', sm: 'block' },
  color: 'text.secondary',
  typography: 'body2',
  '& ol': { display: 'flex', m: 0, p: 0, listStyle: 'none' },
  '& li': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // The action is short, and tells the page from that of the object.
  '& li:last-of-type:not([data-name])': { flex: 'none' },
  '& [data-name]': { fontFamily: 'var(--monospace)', fontSize: '0.75rem' },
  '& li + li::before': { content: '"/" / ""', mx: 1, color: 'text.disabled' },
  '& a': { color: 'inherit', textDecoration: 'none', borderRadius: '2px' },
  '& a:hover': { color: 'text.primary', textDecoration: 'underline', textUnderlineOffset: 3 },
  '& a:focus-visible': { outlineOffset: -2 },
  '& [aria-current]': { color: 'text.primary' },
} as const;
