import { z } from 'zod';
import { invalidRequest } from '../failures/sap-error.ts';

/**
 * Accepts the same names as the API's own `^[a-z0-9](?:_?[a-z0-9\.\-]+)*[a-z0-9]$`, which takes exponential time for
 * some other texts.
 */
const secretName = /^(?!.*__)(?!.*_.$)[a-z0-9][a-z0-9._-]*[a-z0-9]$/;

const secretNameSchema = z
  .string()
  .max(63, 'has more than 63 characters')
  .regex(secretName, 'does not match the pattern of a secret name');

const repositoryNameSchema = z
  .string()
  .min(1, 'is empty')
  .max(51, 'has more than 51 characters')
  .regex(/^[a-z0-9-]+$/, 'does not match the pattern of a repository name');

/** The entries, of which there may be a hundred thousand, are not validated. */
const entriesSchema = z.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const dockerConfigSchema = z.object({ auths: entriesSchema });

function isDockerConfig(text: string): boolean {
  try {
    return dockerConfigSchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

const secretDataSchema = z.strictObject(
  { '.dockerconfigjson': z.string().refine(isDockerConfig, 'is not JSON text with an object "auths"') },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'takes .dockerconfigjson only' : undefined) },
);

/** Body of POST dockerRegistrySecrets. */
export const newSecretSchema = z.object({ name: secretNameSchema, data: secretDataSchema });

/** Body of PATCH dockerRegistrySecrets/{name}. */
export const secretUpdateSchema = z.object({ name: secretNameSchema.optional(), data: secretDataSchema });

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Body of PATCH repositories/{name}. */
export const repositoryCredentialsSchema = z.object({ username: z.string(), password: z.string() });

/** Body of POST repositories. */
export const newRepositorySchema = repositoryCredentialsSchema.extend({
  name: repositoryNameSchema.optional(),
  url: z.string().refine(isHttpUrl, 'is not an http or https URL'),
});

const applicationNameSchema = z
  .string()
  .min(3, 'has fewer than 3 characters')
  .max(54, 'has more than 54 characters')
  .regex(/^[a-z0-9-]+$/, 'does not match the pattern of an application name');

const applicationSourceSchema = z.object({
  revision: z.string(),
  path: z.string().max(63, 'has more than 63 characters'),
});

/** Body of PATCH applications/{name}. */
export const applicationUpdateSchema = applicationSourceSchema.extend({ repositoryUrl: z.string() });

/** Body of POST applications, which names its repository by URL or by name. */
export const newApplicationSchema = applicationSourceSchema
  .extend({
    applicationName: applicationNameSchema.optional(),
    repositoryUrl: z.string().optional(),
    repositoryName: repositoryNameSchema.optional(),
  })
  .refine(
    ({ repositoryUrl, repositoryName }) => repositoryUrl !== undefined || repositoryName !== undefined,
    'names neither repositoryUrl nor repositoryName',
  );

/** Path parameters of the calls that name an application. */
export const applicationPathSchema = z.object({ name: applicationNameSchema });

/** Path parameters of the calls that name a secret. */
export const secretPathSchema = z.object({ name: secretNameSchema });

/** Path parameters of the calls that name a repository. */
export const repositoryPathSchema = z.object({ name: repositoryNameSchema });

const integerText = z
  .string()
  .regex(/^\d{1,9}$/, 'is not an integer from 0')
  .transform(Number);

const booleanText = z
  .enum(['true', 'false'], 'is neither true nor false')
  .transform((text) => text === 'true');

/** Query of the calls that list a resource. */
export const pageQuerySchema = z.object({
  $top: integerText.optional(),
  $skip: integerText.default(0),
  $count: booleanText.default(false),
});

/** Query of the resourceQuota calls. */
export const quotaQuerySchema = z.object({ quotaOnly: booleanText.default(false) });

/** Parses part of a request. Throws a 400 that names the broken fields, but never their values. */
export function parseRequest<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const rules = result.error.issues.map(({ path, message }) => ({ target: path.join('.'), message }));
  const sentence = rules.map(({ target, message }) => `${target} ${message}`.trim()).join('; ');
  throw invalidRequest(`The request is not valid: ${sentence}.`, rules);
}

/** Parses a JSON body from its bytes. JSON.parse's own message quotes the text, so it is not passed on. */
export function parseJsonBody<T>(schema: z.ZodType<T>, bytes: Buffer): T {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw invalidRequest('The request body is not valid JSON.');
  }
  return parseRequest(schema, value);
}

/** The bytes of a request's body; a call without one is a 400. */
export function requireBody(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw invalidRequest('The request body is missing.');
}
