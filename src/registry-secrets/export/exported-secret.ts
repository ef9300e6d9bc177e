import type { RegistryEntry } from '../../domain/pull-secret/docker-config.ts';

/**
 * What an export shows. It contains credentials, and the call that sends them, so it must stay in the page's memory.
 */
export interface ExportedSecret {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  readonly method: 'POST' | 'PATCH';
}
