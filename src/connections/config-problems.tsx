import Box from '@mui/material/Box';
import { Alert } from '../ui/feedback/alert.tsx';
import type { HiddenConnection } from '../domain/connection/merge-connections.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { listEndingKeys, type OfferedConnection } from './ending-keys.ts';
import { useNow } from '../ui/media/use-now.ts';

interface ConfigProblemsProps {
  /** Service keys that the gateway cannot use, in its own words. */
  readonly problems: readonly { readonly source: string; readonly message: string }[];
  readonly offered: readonly OfferedConnection[];
  readonly hidden: readonly HiddenConnection[];
}

export function ConfigProblems({ problems, offered, hidden }: ConfigProblemsProps) {
  const texts = useTexts('connections');
  const now = useNow();
  return (
    <>
      {problems.length > 0 && (
        <Alert severity="error">
          <Box sx={{ fontWeight: 600 }}>{texts.problemsTitle(problems.length)}</Box>
          {texts.problemsText}
          <Box component="ul" sx={listStyle}>
            {problems.map(({ source, message }) => (
              <li key={`${source} ${message}`}>
                <code>{source}</code>: {message}
              </li>
            ))}
          </Box>
        </Alert>
      )}
      {listEndingKeys(offered, now).map(({ id, label, endsAt }) => (
        <Alert key={id} severity={endsAt <= now ? 'error' : 'warning'}>
          {texts.keyEnds(label, endsAt, now)}
        </Alert>
      ))}
      {hidden.map((one) => (
        <Alert key={`${one.source} ${one.connection.id} ${one.connection.baseUrl}`} severity="warning">
          {texts.hidden(one)}
        </Alert>
      ))}
    </>
  );
}

const listStyle = { m: 0, mt: 0.5, pl: 2.5, overflowWrap: 'anywhere' } as const;
