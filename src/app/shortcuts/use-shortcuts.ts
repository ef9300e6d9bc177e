import { useRouter, type RouterState } from '@tanstack/react-router';
import { useEffectEvent, useLayoutEffect } from 'react';
import { readSettings } from '../../api/browser-storage/settings.ts';
import { isTyping } from '../../ui/polite-focus.ts';
import { letterOf } from '../../ui/keys/letter-of.ts';
import type { keyCommand as keyCommandOf } from './single-keys.ts';
import { holdKeys } from './held-keys.ts';

type KeyCommandOf = typeof keyCommandOf;

/** Loaded with the first key that is pressed. */
const loadKeys = () => import('./single-keys.ts');

/** How long the first of two keys waits for the second. */
const waitMs = 1500;

interface Shortcuts {
  /** The id of the current tenant. */
  readonly tenant: string | undefined;
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/**
 * Ctrl K or ⌘K anywhere, and single keys while nobody is typing and nothing is open above the page. Whatever has
 * handled a key itself, such as a table row, has prevented its default.
 */
export function useShortcuts({ tenant, onPalette, onHelp }: Shortcuts): void {
  const router = useRouter();
  /** Whether the key may be a single-key shortcut. */
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

  // As soon as there is a page, so that its first key counts.
  useLayoutEffect(() => holdKeys(() => isPageComing(router.state)), [router]);
  useLayoutEffect(() => {
    const nothing = { keys: '', at: 0 };
    let before = nothing;
    /** Handles keys in order, even while their code is still loading. */
    let pressed = Promise.resolve();
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isSingle(event)) {
        before = nothing;
        return;
      }
      const { timeStamp: at } = event;
      const key = letterOf(event);
      // Firefox would otherwise search the page.
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

/** Whether another page is loading; the first page, too, loads once more when it appears. */
function isPageComing({ status, location, resolvedLocation }: RouterState): boolean {
  const path = resolvedLocation?.pathname;
  return status === 'pending' && path !== undefined && path !== location.pathname;
}

/** Something is open above the page; the popover of a matrix cell belongs to the page. */
function isSomethingOpen(): boolean {
  return document.querySelector('[role=dialog]:not(main *), [role=alertdialog], [role=menu]') !== null;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  field?.focus();
  field?.select();
  return field !== null;
}
