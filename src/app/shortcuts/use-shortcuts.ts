import { useRouter, type RouterState } from '@tanstack/react-router';
import { useEffectEvent, useLayoutEffect } from 'react';
import { readSettings } from '../../api/browser-storage/settings.ts';
import { isTyping } from '../../ui/free-hands.ts';
import { letterOf } from '../../ui/keys/letter-of.ts';
import type { keyCommand as keyCommandOf } from './single-keys.ts';
import { holdKeys } from './held-keys.ts';

type KeyCommandOf = typeof keyCommandOf;

/** What the keys do is known from the first of them on. */
const loadKeys = () => import('./single-keys.ts');

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
  /** Whether the key may be one of the single keys. */
  const isSingle = useEffectEvent((event: KeyboardEvent): boolean => {
    const { ctrlKey, metaKey, altKey } = event;
    if (event.defaultPrevented || altKey) return false;
    if (ctrlKey || metaKey) {
      if (letterOf(event) !== 'k' || event.shiftKey || isSomethingOpen()) return false;
      event.preventDefault();
      onPalette();
      return false;
    }
    return readSettings().singleKeys && !isTyping() && !isSomethingOpen();
  });
  const press = useEffectEvent((keyCommand: KeyCommandOf, before: string, key: string): string => {
    const { pathname: path, searchStr: search } = router.state.location;
    const command = keyCommand(before, key, { path, search, tenant });
    if (!command) return '';
    if (command.kind === 'wait') return command.keys;
    if (command.kind === 'help') onHelp();
    else if (command.kind === 'go') void router.navigate({ href: command.to });
    else if (!focusSearch()) onPalette();
    return '';
  });

  // In the very moment in which there is a page: its first key counts.
  useLayoutEffect(() => holdKeys(() => isPageComing(router.state)), [router]);
  useLayoutEffect(() => {
    const nothing = { keys: '', at: 0 };
    let before = nothing;
    /** One key after the other, also while their code still comes. */
    let pressed = Promise.resolve();
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSingle(event)) {
        before = nothing;
        return;
      }
      const { timeStamp: at } = event;
      const key = letterOf(event);
      // Firefox would look for it in the page.
      if (key === '/') event.preventDefault();
      pressed = pressed.then(loadKeys).then(
        ({ keyCommand }) => {
          const keys = at - before.at < waitMs ? before.keys : '';
          before = { keys: press(keyCommand, keys, key), at };
        },
        () => undefined,
      );
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Whether another page than the one on the screen is on its way, and not only what is searched for in this one. */
function isPageComing({ status, location, resolvedLocation }: RouterState): boolean {
  const path = resolvedLocation?.pathname;
  return status === 'pending' && path !== undefined && path !== location.pathname;
}

/** Above the page: what a cell of the matrix shows is part of it. */
function isSomethingOpen(): boolean {
  return document.querySelector('[role=dialog]:not(main *), [role=alertdialog], [role=menu]') !== null;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  field?.focus();
  field?.select();
  return field !== null;
}
