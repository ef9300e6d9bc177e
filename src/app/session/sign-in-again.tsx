import { useQueryClient } from '@tanstack/react-query';
import { LogIn } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { consoleConfigQuery, enterAgain, signedInPath } from '../../api/connections.ts';
import {
  endSignInRequest,
  resumeSignInRequest,
  type SignInRequest,
} from '../../api/session/sign-in-again.ts';
import { AnchorButton, Button } from '../../ui/buttons/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Alert } from '../../ui/feedback/alert.tsx';
import { useMayInterrupt } from '../../ui/polite-focus.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';

const lookEveryMs = 2000;

/**
 * Asks the user to sign in again in another tab, so that this page keeps everything typed into it, and checks whether
 * that was done. Then waiting calls continue, unless somebody else has signed in. When postponed, it becomes a line
 * above the page.
 */
export function SignInAgain({ request }: { request: SignInRequest }) {
  const texts = useTexts('access').signIn;
  const { close } = useTexts('common');
  const client = useQueryClient();
  const { queryKey } = consoleConfigQuery();
  const config = client.getQueryData(queryKey);
  const before = config?.signIn?.person?.name;
  const [closed, setClosed] = useState(false);
  const mayInterrupt = useMayInterrupt();
  const [opened, setOpened] = useState(false);
  const [other, setOther] = useState<string>();
  const looking = useRef(false);

  const look = useEffectEvent(async () => {
    if (looking.current || other !== undefined) return;
    looking.current = true;
    const next = await enterAgain(request.door);
    looking.current = false;
    if (!next) {
      setClosed(true);
      return;
    }
    const name = next.signIn?.person?.name;
    client.setQueryData(queryKey, next);
    if (before !== undefined && name !== undefined && name !== before) {
      setOther(name);
      return;
    }
    endSignInRequest('signed-in');
    void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
  });
  useEffect(() => {
    const onLook = () => void look();
    onLook();
    // When postponed, it only checks when the user comes back from another tab.
    const timer = request.postponed ? undefined : setInterval(onLook, lookEveryMs);
    window.addEventListener('focus', onLook);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', onLook);
    };
  }, [request.postponed]);

  const postpone = () => {
    setOpened(false);
    endSignInRequest('postponed');
  };

  if (other !== undefined)
    return (
      <Dialog
        heading={texts.otherTitle}
        onClose={() => endSignInRequest('other')}
        actions={
          <Button variant="contained" onClick={() => endSignInRequest('other')}>
            {close}
          </Button>
        }
      >
        {texts.otherText(other, before ?? '')}
      </Dialog>
    );
  if (request.postponed)
    return (
      <Alert
        severity="warning"
        sx={{ mb: 2 }}
        action={
          <Button size="small" onClick={resumeSignInRequest}>
            {texts.action}
          </Button>
        }
      >
        {texts.postponed}
      </Alert>
    );
  // Background reads must not interrupt somebody who is typing.
  if (!closed || !(mayInterrupt || request.urgent)) return undefined;
  return (
    <Dialog
      heading={texts.title}
      onClose={postpone}
      actions={
        <>
          <Button onClick={postpone}>{texts.notNow}</Button>
          <AnchorButton
            variant="contained"
            startIcon={<LogIn {...iconProps} />}
            // Without our gateway there is no separate page for signing in.
            href={config?.signIn ? signedInPath : '/'}
            target="_blank"
            rel="noopener"
            onClick={() => setOpened(true)}
          >
            {texts.action}
          </AnchorButton>
        </>
      }
    >
      {texts.text}
      <div role="status">{opened && texts.waiting}</div>
    </Dialog>
  );
}
