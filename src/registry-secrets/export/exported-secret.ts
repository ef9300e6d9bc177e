import type { RegistryEntry } from '../../domain/pull-secret/docker-config.ts';

/** What an export shows: credentials, so it lives in the page's memory only, and the call that sends them. */
export interface ExportedSecret {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  readonly method: 'POST' | 'PATCH';
}
