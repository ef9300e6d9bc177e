import Box from '@mui/material/Box';
import { useNavigate } from '@tanstack/react-router';
import { Calendar, LayoutGrid } from 'lucide-react';
import { useState } from 'react';
import { useOffers } from '../../api/connections.ts';
import { useExpiries, type Expiry } from '../../api/gateway-memory/expiries.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useNow } from '../../ui/media/use-now.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ListState, RefreshButton } from '../../ui/table/list-state.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { periods, type Period } from './expiring-address.ts';
import { ExpiringTable } from './expiring-table.tsx';

interface ExpiringBoardProps {
  readonly connections: readonly Connection[];
  readonly period: Period;
}

/** What expires soon in all tenants, soonest first, and who rotated it last. */
export function ExpiringBoard({ connections, period }: ExpiringBoardProps) {
  const texts = useTexts('expiring');
  const navigate = useNavigate();
  const now = useNow();
  const hasCalendar = useOffers('notes');
  const list = useExpiries(period, now);
  const [isOpen, setIsOpen] = useState(false);
  const byId = new Map(connections.map((one) => [one.id, one]));
  // Connections that were removed here may still be remembered.
  const rows = (list.data ?? []).flatMap((expiry: Expiry) => {
    const connection = byId.get(expiry.tenant);
    return connection ? [{ ...expiry, connection }] : [];
  });

  return (
    <>
      <PageHeader
        heading={texts.heading}
        actions={
          <>
            {hasCalendar && (
              <Button
                variant="outlined"
                startIcon={<Calendar {...iconProps} />}
                onClick={() => setIsOpen(true)}
              >
                {texts.calendar}
              </Button>
            )}
            <LinkButton
              to="/overview"
              search={{}}
              variant="outlined"
              startIcon={<LayoutGrid {...iconProps} />}
            >
              {texts.allSecrets}
            </LinkButton>
          </>
        }
      />
      <Box sx={toolbarStyle}>
        <SegmentedChoice
          label={texts.within}
          options={periods.map((days) => ({ value: String(days), label: texts.days(days) }))}
          value={String(period)}
          onChange={(ends) =>
            void navigate({ to: '/overview', search: { ends: Number(ends) }, replace: true })
          }
        />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, ml: 'auto', color: 'text.secondary' }}>
          <div role="status">{list.data && texts.count(rows.length)}</div>
          {hasCalendar && (
            <RefreshButton onRefresh={() => void list.refetch()} isFetching={list.isFetching} />
          )}
        </Box>
      </Box>
      <ListState query={list} table />
      {list.data && rows.length === 0 && (
        <EmptyState heading={texts.empty(period)}>{texts.emptyText}</EmptyState>
      )}
      {rows.length > 0 && <ExpiringTable rows={rows} now={now} />}
      {isOpen && <CalendarDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}

const toolbarStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  mb: 2,
  '@media print': { display: 'none' },
} as const;
