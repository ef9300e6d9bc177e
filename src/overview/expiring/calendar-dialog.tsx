import Box from '@mui/material/Box';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  calendarKeysQuery,
  createCalendarKey,
  withdrawCalendarKey,
} from '../../api/gateway-memory/calendar-keys.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Alert } from '../../ui/feedback/alert.tsx';
import { ProblemSentences } from '../../ui/feedback/problem-sentences.tsx';
import { ListState } from '../../ui/table/list-state.tsx';
import { showToast } from '../../ui/toasts/toasts.ts';
import { formatDateTime } from '../../ui/texts/format.ts';
import { useTexts } from '../../ui/texts/texts.ts';

/** Calendar addresses for expiring credentials: a new one is shown once, and each can be revoked. */
export function CalendarDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts('expiring').calendarDialog;
  const { close } = useTexts('common');
  const client = useQueryClient();
  const keys = useQuery(calendarKeysQuery());
  const [address, setAddress] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Error>();
  const refresh = () => client.invalidateQueries({ queryKey: calendarKeysQuery().queryKey });

  const run = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      if (error instanceof Error) setFailure(error);
    }
    await refresh();
    setBusy(false);
  };
  const create = () => run(async () => setAddress(new URL(await createCalendarKey(), location.origin).href));
  const withdraw = (id: string) =>
    run(async () => {
      await withdrawCalendarKey(id);
      setAddress(undefined);
      showToast({ text: texts.withdrawn });
    });

  return (
    <Dialog
      heading={texts.heading}
      onClose={onClose}
      wide
      actions={
        <>
          <Button onClick={onClose}>{close}</Button>
          <Button variant="contained" aria-busy={busy} onClick={() => void create()}>
            {texts.create}
          </Button>
        </>
      }
    >
      <Box sx={{ color: 'text.secondary' }}>{texts.shows}</Box>
      <Box role="status" sx={{ mt: 2 }}>
        {address !== undefined && (
          <>
            <Box sx={{ mb: 1 }}>{texts.once}</Box>
            <CodeBlock label={texts.address} code={address} wrap />
          </>
        )}
      </Box>
      {failure && (
        <Alert severity="error" sx={{ mt: 2 }}>
          <ProblemSentences error={failure} />
        </Alert>
      )}
      <Box component="h3" sx={{ mt: 2, mb: 1, typography: 'h3' }}>
        {texts.keys}
      </Box>
      <ListState query={keys} lines={2} />
      {keys.data?.length === 0 && <Box sx={{ color: 'text.secondary' }}>{texts.none}</Box>}
      <Box component="ul" sx={listStyle}>
        {keys.data?.map(({ id, createdAt }) => {
          const made = texts.made(formatDateTime(new Date(createdAt)));
          return (
            <li key={id}>
              <span>{made}</span>
              <Button
                size="small"
                variant="outlined"
                aria-busy={busy}
                aria-label={texts.withdrawOf(made)}
                onClick={() => void withdraw(id)}
              >
                {texts.withdraw}
              </Button>
            </li>
          );
        })}
      </Box>
    </Dialog>
  );
}

const listStyle = {
  m: 0,
  p: 0,
  listStyle: 'none',
  '& > li': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 2,
    minHeight: 40,
    borderBottom: 1,
    borderColor: 'rule.soft',
  },
} as const;
