import Box from '@mui/material/Box';
import { Button } from '../buttons/button.tsx';
import { useEffect, useRef, useState, type ComponentType, type FunctionComponent } from 'react';
import { Alert } from './alert.tsx';
import { loadTexts, useTexts } from '../texts/texts.ts';
import { handsFree, offerFocus } from '../free-hands.ts';

/** A component whose code and texts are fetched when it is first shown, or earlier by `preload`. */
export interface LazyPart<P> extends FunctionComponent<P> {
  /** Never rejects: code that cannot be fetched says so where it is shown, and the next call tries again. */
  readonly preload: () => Promise<void>;
  readonly isLoaded: () => boolean;
}

/** How many dialogs and menus are on their way. */
let awaited = 0;

/** Whether something that was opened is on its way: the keys that are pressed meanwhile are meant for that. */
export function isAwaitingPart(): boolean {
  return awaited > 0;
}

/**
 * The exported `component` of a page's or dialog's module, in a chunk of its own. `Missing`, which only a page has,
 * takes its place when it cannot be fetched. What somebody opened takes the focus: if it comes late, it waits until
 * nobody types. Neither React's `lazy` nor the router's: the one remembers a failure for ever, the other
 * reloads the whole console after it, and with it goes everything that is only in memory.
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
        .then(() => (opened ? handsFree() : undefined))
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

/** A part that can be closed was opened by somebody; any other belongs to the page. */
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
  // What was asked for may belong to a place that is scrolled away, as that of a dialog at the page's end.
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
