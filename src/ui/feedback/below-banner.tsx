import { useEffect, useState, type ReactNode } from 'react';
import type { LazyPart } from './lazy-part.tsx';
import { LoadingState } from './loading-state.tsx';

interface BelowBannerProps {
  /** The banner's component, whose code comes later than that of the page. */
  readonly part: Pick<LazyPart<object>, 'preload' | 'isLoaded'>;
  readonly banner: ReactNode;
  readonly children: ReactNode;
}

/** A page waits for the code of its banner, so that nothing moves. Once it is shown it stays, whatever comes above it. */
export function BelowBanner({ part, banner, children }: BelowBannerProps) {
  const [isSettled, setSettled] = useState(!banner || part.isLoaded());
  useEffect(() => {
    if (!isSettled) void part.preload().then(() => setSettled(true));
  }, [part, isSettled]);
  if (!isSettled) return <LoadingState />;
  return (
    <>
      {banner}
      {children}
    </>
  );
}
