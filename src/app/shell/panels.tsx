import { useQuery } from '@tanstack/react-query';
import { CircleUser } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { consoleConfigQuery } from '../../api/connections.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { IconButton } from '../../ui/buttons/button.tsx';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { Avatar } from '../session/avatar.tsx';
import { typedUntil } from '../shortcuts/held-keys.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { FindButton } from './find-button.tsx';

const CommandPalette = lazyPart(() => import('../palette/command-palette.tsx'), 'CommandPalette');
const UserMenu = lazyPart(() => import('../settings/user-menu.tsx'), 'UserMenu');
const ShortcutsDialog = lazyPart(() => import('../shortcuts/shortcuts-dialog.tsx'), 'ShortcutsDialog');
const RememberedDialog = lazyPart(() => import('../settings/remembered-dialog.tsx'), 'RememberedDialog');

interface PanelsProps {
  readonly connections: readonly Connection[];
  readonly current: Connection | undefined;
  readonly phone: boolean;
}

/** The end of the top bar: what opens above the page by a button or a shortcut, on any page. */
export function Panels({ connections, current, phone }: PanelsProps) {
  const { settings } = useTexts('common');
  const person = useQuery(consoleConfigQuery()).data?.signIn?.person;
  const [panel, setPanel] = useState<'palette' | 'shortcuts' | 'remembered'>();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const close = () => setPanel(undefined);
  const [typed, setTyped] = useState('');
  // Loaded with its code, so that it opens at once, even from within a field, and so that no key typed meanwhile goes
  // elsewhere.
  const openPalette = () =>
    void typedUntil(CommandPalette.preload()).then((text) => {
      if (text === undefined) return;
      flushSync(() => {
        setTyped(text);
        setPanel('palette');
      });
    });
  useShortcuts({ tenant: current?.id, onPalette: openPalette, onHelp: () => setPanel('shortcuts') });
  return (
    <>
      <FindButton phone={phone} onClick={openPalette} />
      <IconButton
        label={person ? `${person.name}, ${settings}` : settings}
        aria-haspopup="dialog"
        aria-expanded={anchor !== undefined}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {person ? <Avatar name={person.name} /> : <CircleUser size={20} strokeWidth={1.5} aria-hidden />}
      </IconButton>
      {anchor && <UserMenu anchor={anchor} onClose={() => setAnchor(undefined)} onShow={setPanel} />}
      {panel === 'palette' && (
        <CommandPalette
          connections={connections}
          current={current}
          typed={typed}
          onClose={close}
          onShow={setPanel}
        />
      )}
      {panel === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      {panel === 'remembered' && <RememberedDialog connections={connections} onClose={close} />}
    </>
  );
}
