import { useEffect, useState } from 'react';
import type { recogniseProvider } from '../../domain/registry/provider-host.ts';
import type { registryMonogram } from '../../domain/registry/registry-monogram.ts';

/** What is known of registry products: the product of a host, and its two letters. */
export interface RegistryKnowledge {
  readonly recogniseProvider: typeof recogniseProvider;
  readonly registryMonogram: typeof registryMonogram;
}

/** Loaded on demand, because it is too large for the first page. */
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
      // The list works without it; the next visit tries again.
      () => undefined,
    );
  }, [wanted]);
  return knowledge;
}
