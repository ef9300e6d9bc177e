import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import { auditFile, auditQuery, refreshAudit, type AuditEvent } from '../api/audit.ts';
import { useOffers } from '../api/connections.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { smallIconProps } from '../ui/icon-props.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { ListState } from '../ui/table/list-state.tsx';
import { AnchorButton, Button } from '../ui/buttons/button.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { changeFilters, readAuditFilters, toAuditQuery, type FilterChange } from './audit-filters.ts';
import { AuditTable } from './audit-table.tsx';
import { AuditToolbar } from './audit-toolbar.tsx';
import { EventDrawer } from './event-drawer.tsx';
import { MoreEvents } from './more-events.tsx';

/** Who did what, newest first, as the gateway logged it. */
export function AuditPage({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('audit');
  if (useOffers('audit')) return <AuditLog connections={connections} />;
  return (
    <>
      <PageHeader heading={texts.heading} />
      <EmptyState heading={texts.notOffered}>{texts.notOfferedText}</EmptyState>
    </>
  );
}

function AuditLog({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('audit');
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const filters = readAuditFilters(search);
  const [now] = useState(() => Date.now());
  const query = toAuditQuery(filters, now);
  const client = useQueryClient();
  const list = useInfiniteQuery(auditQuery(query));
  const [open, setOpen] = useState<AuditEvent>();
  const events = list.data?.pages.flatMap((page) => page.events) ?? [];
  const labels = useMemo(() => new Map(connections.map(({ id, label }) => [id, label])), [connections]);
  // A page may be empty if finding matches takes long.
  const isSearching = events.length === 0 && list.hasNextPage;
  const isFiltered = Object.keys(filters).length > 0;
  const change = (next: FilterChange) =>
    void navigate({ search: { ...changeFilters(filters, next) }, replace: true });
  const keptDays = list.data?.pages[0]?.keptDays;

  return (
    <>
      <PageHeader
        heading={texts.heading}
        lateFact
        fact={keptDays !== undefined && texts.kept(keptDays)}
        actions={
          <>
            <FileLink href={auditFile('json', query)} label={texts.exportJson} />
            <FileLink href={auditFile('csv', query)} label={texts.exportCsv} />
          </>
        }
      />
      <AuditToolbar
        filters={filters}
        connections={connections}
        onChange={change}
        status={isSearching || !list.data ? '' : texts.count(events.length, list.hasNextPage)}
        onRefresh={() => refreshAudit(client, query)}
        isFetching={list.isFetching && !list.isFetchingNextPage}
      />
      <ListState query={list} table />
      {list.data && events.length === 0 && !isSearching && (
        <EmptyState
          heading={isFiltered ? texts.noMatch : texts.empty}
          {...(isFiltered && {
            action: (
              <Button onClick={() => void navigate({ search: {}, replace: true })}>{texts.clear}</Button>
            ),
          })}
        >
          {isFiltered ? texts.noMatchText : texts.emptyText}
        </EmptyState>
      )}
      {events.length > 0 && <AuditTable events={events} labels={labels} onOpen={setOpen} />}
      {(events.length > 0 || isSearching) && <MoreEvents list={list} />}
      {open && <EventDrawer event={open} labels={labels} onClose={() => setOpen(undefined)} />}
    </>
  );
}

/** A download link: the browser saves the file while it arrives, however long it is. */
function FileLink({ href, label }: { href: string; label: string }) {
  return (
    <AnchorButton href={href} download="" variant="outlined" startIcon={<Download {...smallIconProps} />}>
      {label}
    </AnchorButton>
  );
}
