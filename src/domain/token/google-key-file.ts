import { decodeBase64Text } from '../text/base64.ts';
import { trimInvisible } from '../text/trim-invisible.ts';
import { isJsonObject, parseJsonText } from '../text/json-text.ts';
import type { JsonObject } from '../text/json-text.ts';

export type GoogleKeyFileProblem =
  | { readonly code: 'empty' | 'not-an-object' | 'client-secrets-file' }
  | { readonly code: 'not-json'; readonly line: number; readonly column: number }
  /** A Google credential file for a user or a federation, which contains no key. */
  | { readonly code: 'wrong-type'; readonly type: string }
  | {
      readonly code: 'no-private-key' | 'private-key-not-pem' | 'no-client-email' | 'client-email-malformed';
    };

export type GoogleKeyFileCheck =
  | {
      readonly ok: true;
      /** `base64` needs the username `_json_key_base64`, `json` needs `_json_key`. */
      readonly encoding: 'json' | 'base64';
    }
  | { readonly ok: false; readonly problems: readonly GoogleKeyFileProblem[] };

/** The types of Google's credential files. Other values are not repeated, because they may be anything. */
const knownTypes = new Set([
  'authorized_user',
  'external_account',
  'external_account_authorized_user',
  'gdch_service_account',
  'impersonated_service_account',
]);

/**
 * Checks that a text is a Google service account's key file, as JSON or in base64. The result contains no part of the
 * key.
 * https://cloud.google.com/artifact-registry/docs/docker/authentication#json-key
 */
export function checkGoogleKeyFile(text: string): GoogleKeyFileCheck {
  const trimmed = trimInvisible(text);
  if (trimmed === '') return failed({ code: 'empty' });
  const decoded = trimmed.startsWith('{') ? undefined : decodeBase64Text(trimmed);
  const isEncoded = decoded !== undefined && trimInvisible(decoded).startsWith('{');
  const parsed = parseJsonText(isEncoded ? trimInvisible(decoded) : trimmed);
  if (!parsed.ok) return failed({ code: 'not-json', line: parsed.line, column: parsed.column });
  if (!isJsonObject(parsed.value)) return failed({ code: 'not-an-object' });
  const problems = findProblems(parsed.value);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, encoding: isEncoded ? 'base64' : 'json' };
}

function failed(problem: GoogleKeyFileProblem): GoogleKeyFileCheck {
  return { ok: false, problems: [problem] };
}

function findProblems(file: JsonObject): GoogleKeyFileProblem[] {
  // The content of "OAuth client" downloads; service account keys are on another page of Google's console.
  if (isJsonObject(file.get('installed')) || isJsonObject(file.get('web'))) {
    return [{ code: 'client-secrets-file' }];
  }
  const type = textAt(file, 'type');
  if (type !== 'service_account' && file.has('type')) {
    return [{ code: 'wrong-type', type: knownTypes.has(type) ? type : '' }];
  }
  const problems: GoogleKeyFileProblem[] = [];
  const key = textAt(file, 'private_key');
  const email = textAt(file, 'client_email');
  if (key === '') problems.push({ code: 'no-private-key' });
  else if (!/^-----BEGIN (?:RSA )?PRIVATE KEY-----\s[^-]+-----END (?:RSA )?PRIVATE KEY-----\s*$/.test(key)) {
    problems.push({ code: 'private-key-not-pem' });
  }
  if (email === '') problems.push({ code: 'no-client-email' });
  else if (!/^[^@\s]+@[^@\s]+$/.test(email)) problems.push({ code: 'client-email-malformed' });
  return problems;
}

function textAt(file: JsonObject, key: string): string {
  const value = file.get(key);
  return typeof value === 'string' ? value : '';
}
