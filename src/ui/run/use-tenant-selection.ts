import { useCallback, useMemo, useState } from 'react';
import { mayWrite, type TenantResource } from '../../domain/connection/access.ts';
import type { Connection } from '../../domain/connection/connection.ts';

interface TenantSelection {
  /** Tenants where the signed-in person may not write everything: they cannot be selected. */
  readonly locked: ReadonlySet<string>;
  readonly selected: ReadonlySet<string>;
  /** Tenants that were asked for and are not connected. */
  readonly unknown: readonly string[];
  /** Keeps its identity. */
  readonly choose: (change: (selected: ReadonlySet<string>) => Iterable<string>) => void;
}

/** The ids of the tenants to write to; at first those that were `asked` for. */
export function useTenantSelection(
  connections: readonly Connection[],
  resources: readonly TenantResource[],
  asked: readonly string[],
): TenantSelection {
  const locked = useMemo(
    () =>
      new Set(
        connections.filter((one) => resources.some((what) => !mayWrite(one, what))).map(({ id }) => id),
      ),
    [connections, resources],
  );
  const [unknown] = useState(() => asked.filter((id) => connections.every((one) => one.id !== id)));
  const [selected, setSelected] = useState<ReadonlySet<string>>(() =>
    without(new Set([...locked, ...unknown]), asked),
  );
  const choose = useCallback<TenantSelection['choose']>(
    (change) => setSelected((others) => without(locked, change(others))),
    [locked],
  );
  return { locked, selected, unknown, choose };
}

function without(locked: ReadonlySet<string>, ids: Iterable<string>): ReadonlySet<string> {
  return new Set([...ids].filter((id) => !locked.has(id)));
}
