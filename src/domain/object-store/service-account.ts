import { z } from 'zod/mini';
import { decodeBase64Text, encodeBase64 } from '../text/base64.ts';

const keySchema = z.object({
  type: z.enum(['service_account']),
  private_key: z.string(),
  project_id: z.optional(z.string()),
  client_email: z.optional(z.string()),
});

export type ServiceAccount =
  | {
      readonly ok: true;
      /** As AI Core expects it: the key file in base64. */
      readonly encoded: string;
      readonly email: string | undefined;
      readonly project: string | undefined;
    }
  | { readonly ok: false; readonly code: 'not-json' | 'not-a-service-account' };

/** Reads the key file of a Google service account, as JSON or in base64. Errors never quote it. */
export function readServiceAccount(text: string): ServiceAccount {
  const trimmed = text.trim();
  const json = trimmed.startsWith('{') ? trimmed : decodeBase64Text(trimmed);
  const value = json === undefined ? undefined : parse(json);
  if (json === undefined || value === undefined) return { ok: false, code: 'not-json' };
  const key = keySchema.safeParse(value);
  if (!key.success) return { ok: false, code: 'not-a-service-account' };
  const { client_email: email, project_id: project } = key.data;
  return { ok: true, encoded: encodeBase64(json), email, project };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
