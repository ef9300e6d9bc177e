import Box from '@mui/material/Box';
import { Button } from '../buttons/button.tsx';
import { useEffect, useRef, useState, type ComponentType, type FunctionComponent } from 'react';
import { Alert } from './alert.tsx';
import { loadTexts, useTexts } from '../texts/texts.ts';
import { afterTyping, offerFocus } from '../polite-focus.ts';

/** A component whose code and texts are loaded when it is first shown, or earlier by `preload`. */
export interface LazyPart<P> extends FunctionComponent<P> {
  /** Never rejects: a failure is shown where the component would be, and the next call tries again. */
  readonly preload: () => Promise<void>;
  readonly isLoaded: () => boolean;
}

/** How many dialogs and menus are still loading. */
let awaited = 0;

/** Whether a dialog or menu was opened and is still loading: keys pressed meanwhile are meant for it. */
export function isAwaitingPart(): boolean {
  return awaited > 0;
}

/**
 * The exported `component` of a module, in a chunk of its own. `Missing` replaces it when it cannot be loaded; only
 * pages have one. What the user opened takes the focus, so if it arrives late it waits until nobody is typing.
 * React's `lazy` is not used because it remembers a failure for ever; the router's, because it reloads the whole
 * console, which loses everything that is only in memory.
 */
export function lazyPart<K extends string, P extends object>(
  load: () => Promise<Record<K, ComponentType<P>>>,
  component: K,
  Missing?: ComponentType<MissingPartProps>,
): LazyPart<P> {
  let Loaded: ComponentType<P> | undefined;
  let loading: Promise<void> | undefined;
  const preload = () => {
    loading ??= Promise.all([load(), loadTexts()]).then(
      ([module]) => {
        Loaded = module[component];
      },
      () => {
        loading = undefined;
      },
    );
    return loading;
  };

  function Part(props: P) {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(Loaded ? 'loaded' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return undefined;
      let wanted = true;
      const opened = isOpened(props);
      awaited += Number(opened);
      void preload()
        .then(() => (opened ? afterTyping() : undefined))
        .then(() => {
          if (wanted) setState(Loaded ? 'loaded' : 'failed');
        });
      return () => {
        wanted = false;
        awaited -= Number(opened);
      };
      // oxlint-disable-next-line react/exhaustive-deps -- what was opened when it began to load
    }, [state]);
    if (state === 'loading') return undefined;
    if (Loaded) return <Loaded {...props} />;
    const View = Missing ?? MissingPart;
    return <View onRetry={() => setState('loading')} {...(isOpened(props) && { onClose: props.onClose })} />;
  }
  return Object.assign(Part, { preload, isLoaded: () => Loaded !== undefined });
}

/** A part that can be closed was opened by the user; any other part belongs to the page. */
function isOpened(props: object): props is { onClose: () => void } {
  return 'onClose' in props;
}

interface MissingPartProps {
  readonly onRetry: () => void;
  readonly onClose?: () => void;
}

function MissingPart({ onRetry, onClose }: MissingPartProps) {
  const texts = useTexts('common');
  const alert = useRef<HTMLDivElement>(null);
  // It may be scrolled out of sight, for example a dialog rendered at the end of the page.
  useEffect(() => offerFocus(alert.current), []);
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      severity="error"
      sx={{ my: 2 }}
      {...(onClose && { onClose })}
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {texts.retry}
        </Button>
      }
    >
      <Box sx={{ fontWeight: 600 }}>{texts.missingPart.title}</Box>
      {texts.missingPart.advice}
    </Alert>
  );
}
