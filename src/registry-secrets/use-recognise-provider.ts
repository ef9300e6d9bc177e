import { useEffect, useState } from 'react';
import type { recogniseProvider } from '../domain/registry/provider-host.ts';

/** What recognises a registry's product, fetched when it is wanted: the first page has no room for all of them. */
export function useRecogniseProvider(wanted: boolean): typeof recogniseProvider | undefined {
  const [recognise, setRecognise] = useState<typeof recogniseProvider>();
  useEffect(() => {
    if (!wanted) return;
    void import('../domain/registry/provider-host.ts').then(
      (module) => setRecognise(() => module.recogniseProvider),
      // The list is whole without it; the next visit tries again.
      () => undefined,
    );
  }, [wanted]);
  return recognise;
}
