import { readFileSync } from 'node:fs';
import { BootError } from '../common/boot-error.ts';
import { errorCode } from '../common/error-code.ts';

/**
 * Settings that hold a secret or belong to one; each can also be given as a file name, in a variable ending in `_FILE`.
 */
export const secretSettings = [
  'AICORE_SERVICE_KEY',
  'DATABASE_URL',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'XSUAA_SERVICE_KEY',
  'EXPIRY_WEBHOOK_URL',
  'METRICS_TOKEN',
];

/**
 * Reads the settings that are given as files, as Kubernetes and Docker mount their secrets.
 * @throws {BootError} if a file cannot be read or is empty, or if the variable itself is set too.
 */
export function readFileSettings(env: Record<string, string | undefined>): Record<string, string> {
  const given = secretSettings.filter((name) => env[`${name}_FILE`] !== undefined);
  return Object.fromEntries(given.map((name) => [name, readSetting(env, name)]));
}

function readSetting(env: Record<string, string | undefined>, name: string): string {
  const variable = `${name}_FILE`;
  if (env[name] !== undefined) throw new BootError(`${name} and ${variable} are both set: leave one out.`);
  const text = readText(env[variable] ?? '', variable).trim();
  if (text === '') throw new BootError(`The file that ${variable} names is empty.`);
  return text;
}

function readText(file: string, variable: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new BootError(`The file that ${variable} names cannot be read (${errorCode(error)}).`);
  }
}
