import { Button } from '../ui/buttons/button.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { postponeTokenNeed, resumeTokenNeed, useTokenNeeds, type TokenNeed } from '../api/bearer-tokens.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { useMayInterrupt } from '../ui/polite-focus.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { TokenDialog } from './token-dialog.tsx';

/**
 * Asks for a token wherever a call lacked one or had it rejected: in a dialog over the page, which stays as it is, and
 * when postponed in a line above the page. One connection at a time.
 */
export function TokenRequests({ connections }: { connections: readonly Connection[] }) {
  const texts = useTexts('connections');
  const needs = useTokenNeeds().filter(({ connection: { id, baseUrl } }) =>
    connections.some((known) => known.id === id && known.baseUrl === baseUrl),
  );
  const asked = needs.find(({ postponed }) => !postponed);
  const waiting = needs.filter(({ postponed }) => postponed);
  const [next] = waiting;

  return (
    <>
      {next && (
        <Alert
          severity="warning"
          sx={{ mb: 2 }}
          action={
            <Button color="inherit" size="small" onClick={() => resumeTokenNeed(next.connection)}>
              {texts.enterToken}
            </Button>
          }
        >
          {texts.waiting(waiting.map(({ connection }) => connection.label))}
        </Alert>
      )}
      {asked && <TokenQuestion key={`${asked.connection.id} ${asked.reason}`} need={asked} />}
    </>
  );
}

/** Nobody's typing is interrupted for what the page reads by itself. */
function TokenQuestion({ need }: { need: TokenNeed }) {
  const mayInterrupt = useMayInterrupt();
  return (
    (mayInterrupt || need.urgent) && <TokenDialog need={need} onPostpone={() => postponeTokenNeed(need)} />
  );
}
