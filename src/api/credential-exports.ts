import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { callGateway } from './http.ts';

/** What was exported, and in which form; never the credential itself. */
export interface CredentialExport {
  readonly name: string;
  readonly form: string;
  readonly registries: readonly { readonly host: string; readonly username: string }[];
}

/** Lets the gateway log that a credential was copied or saved. Without a gateway there is no audit log. */
export function reportExport({ auth, baseUrl }: Connection, exported: CredentialExport): void {
  if (auth !== 'proxy' || !baseUrl.startsWith('/')) return;
  const path = `${baseUrl}/credential-exports`;
  // A failure does not undo the export: the credential has left already.
  callGateway({ method: 'POST', path, body: exported }, z.unknown()).catch(() => undefined);
}
