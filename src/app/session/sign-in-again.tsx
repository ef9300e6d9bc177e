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
import { useHandsFree } from '../../ui/free-hands.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';

const lookEveryMs = 2000;

/**
 * Asks to sign in again in another tab, so that the page stays as it is with all that was typed into it, and looks
 * whether that was done. Then what waits goes on, but not in the name of somebody else. Put off, it is a line above
 * the page.
 */
export function SignInAgain({ request }: { request: SignInRequest }) {
  const texts = useTexts('access').signIn;
  const { close } = useTexts('common');
  const client = useQueryClient();
  const { queryKey } = consoleConfigQuery();
  const config = client.getQueryData(queryKey);
  const before = config?.signIn?.person?.name;
  const [closed, setClosed] = useState(false);
  const free = useHandsFree();
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
    // Put off, it is looked for when somebody comes back from another tab only.
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
  // Nobody's typing is interrupted for what the page reads by itself.
  if (!closed || !(free || request.urgent)) return undefined;
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
            // Without a gateway of ours there is no page for this alone.
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
