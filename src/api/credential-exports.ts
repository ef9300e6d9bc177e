import { z } from 'zod/mini';
import type { Connection } from '../domain/connection/connection.ts';
import { callGateway } from './http.ts';

/** What left the console, and as what; never the credential itself. */
export interface CredentialExport {
  readonly name: string;
  readonly form: string;
  readonly registries: readonly { readonly host: string; readonly username: string }[];
}

/** Has the gateway write down that a credential was copied or saved. Where there is none, nobody keeps an audit log. */
export function reportExport({ auth, baseUrl }: Connection, exported: CredentialExport): void {
  if (auth !== 'proxy' || !baseUrl.startsWith('/')) return;
  const path = `${baseUrl}/credential-exports`;
  // The export is not undone where this fails: the credential is out by then.
  callGateway({ method: 'POST', path, body: exported }, z.unknown()).catch(() => undefined);
}
