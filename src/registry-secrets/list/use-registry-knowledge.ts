import { useEffect, useState } from 'react';
import type { recogniseProvider } from '../../domain/registry/provider-host.ts';
import type { registryMonogram } from '../../domain/registry/registry-monogram.ts';

/** What is known of registry products: which one a host belongs to, and its two letters. */
export interface RegistryKnowledge {
  readonly recogniseProvider: typeof recogniseProvider;
  readonly registryMonogram: typeof registryMonogram;
}

/** Fetched when it is wanted: the first page has no room for all of them. */
export function useRegistryKnowledge(wanted: boolean): RegistryKnowledge | undefined {
  const [knowledge, setKnowledge] = useState<RegistryKnowledge>();
  useEffect(() => {
    if (!wanted) return;
    void Promise.all([
      import('../../domain/registry/provider-host.ts'),
      import('../../domain/registry/registry-monogram.ts'),
    ]).then(
      ([host, monogram]) =>
        setKnowledge({
          recogniseProvider: host.recogniseProvider,
          registryMonogram: monogram.registryMonogram,
        }),
      // The list is whole without it; the next visit tries again.
      () => undefined,
    );
  }, [wanted]);
  return knowledge;
}
