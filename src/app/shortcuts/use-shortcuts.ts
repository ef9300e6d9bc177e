import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { readSettings } from '../../api/browser-storage/settings.ts';
import { isTyping } from '../../ui/free-hands.ts';
import { keyCommand } from './single-keys.ts';

/** How long the first of two keys waits for the second. */
const waitMs = 1500;

interface Shortcuts {
  /** The id of the tenant that the console is on. */
  readonly tenant: string | undefined;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/**
 * Ctrl K or ⌘K anywhere, and single keys where nobody types and nothing is open above the page. What has used a key
 * itself, such as a table's row, has prevented its default.
 */
export function useShortcuts({ tenant, onPalette, onHelp }: Shortcuts): void {
  const router = useRouter();
  const press = useEffectEvent((event: KeyboardEvent, before: string): string => {
    const { ctrlKey, metaKey, altKey, key } = event;
    if (event.defaultPrevented || altKey || event.isComposing) return '';
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() !== 'k' || event.shiftKey || isSomethingOpen()) return '';
      event.preventDefault();
      onPalette();
      return '';
    }
    if (!readSettings().singleKeys || isTyping() || isSomethingOpen()) return '';
    const command = keyCommand(before, key, { path: router.state.location.pathname, tenant });
    if (!command) return '';
    event.preventDefault();
    if (command.kind === 'wait') return command.keys;
    if (command.kind === 'help') onHelp();
    else if (command.kind === 'go') void router.navigate({ to: command.to });
    else if (!focusSearch()) onPalette();
    return '';
  });

  useEffect(() => {
    let before = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      clearTimeout(timer);
      before = press(event, before);
      timer = setTimeout(() => {
        before = '';
      }, waitMs);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      clearTimeout(timer);
    };
  }, []);
}

function isSomethingOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  field?.focus();
  field?.select();
  return field !== null;
}
