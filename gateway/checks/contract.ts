/**
 * What the console and its gateway agree on about checks. The browser imports this file, so it stays small and free of
 * Node.
 */
import * as z from 'zod/mini';

/** The verdict for each reason. A question that could not be asked is never "rejected", and a login is not a pull. */
export const checkVerdicts = {
  'no-name': 'unreachable',
  'address-refused': 'unreachable',
  'connection-refused': 'unreachable',
  'no-answer': 'unreachable',
  timeout: 'unreachable',
  'no-tls': 'unreachable',
  'certificate-expired': 'unreachable',
  'certificate-name': 'unreachable',
  'certificate-unknown': 'unreachable',
  'proxy-refused': 'unreachable',
  redirected: 'other-service',
  'web-page': 'other-service',
  'other-answer': 'other-service',
  rejected: 'rejected',
  accepted: 'accepted',
  pullable: 'usable',
  public: 'usable',
  'platform-unknown': 'usable',
  readable: 'usable',
  'no-access': 'not-usable',
  'no-image': 'not-usable',
  'no-tag': 'not-usable',
  'not-found': 'not-usable',
  'no-platform': 'not-usable',
  'no-revision': 'not-usable',
  anonymous: 'unsure',
  'app-token': 'unsure',
  'rate-limited': 'unsure',
  'server-error': 'unsure',
  blocked: 'unsure',
  'foreign-login': 'unsure',
  'other-login': 'unsure',
  'login-unreachable': 'unsure',
  'no-token': 'unsure',
  interrupted: 'unsure',
  unexpected: 'unsure',
  'too-large': 'unsure',
  'commit-unknown': 'unsure',
} as const;

/** The result of one question, as the machine-readable reason that decided it. */
export type CheckReason = keyof typeof checkVerdicts;
export type CheckVerdict = (typeof checkVerdicts)[CheckReason];
/** The steps at which a check can end, in their order. */
const checkSteps = ['reach', 'service', 'login', 'target'] as const;
export type CheckStep = (typeof checkSteps)[number];

/** A proxy server connected: it looked the name up, and its rules for what may be reached applied. */
const byProxy = z.optional(z.literal(true));

const outcomeShape = {
  verdict: z.enum([
    'unreachable',
    'other-service',
    'rejected',
    'accepted',
    'usable',
    'not-usable',
    'unsure',
  ] satisfies CheckVerdict[]),
  reason: z.custom<CheckReason>((value) => typeof value === 'string' && Object.hasOwn(checkVerdicts, value)),
  /** The step that decided. */
  step: z.enum(checkSteps),
  ms: z.number(),
  /** Of the answer that decided, if there was one. */
  status: z.optional(z.number()),
  retryAfterSeconds: z.optional(z.number()),
  /** For `foreign-login`: where the registry wanted the credentials to be sent. */
  loginHost: z.optional(z.string()),
  /** For `no-platform`: what the image was built for, such as `linux/arm64`. */
  platforms: z.optional(z.array(z.string())),
};

/** The answer of `POST /api/registry-checks`: for the login itself, and for each image in the order asked. */
export const registryCheckSchema = z.object({
  ...outcomeShape,
  byProxy,
  images: z.array(z.object({ repository: z.string(), reference: z.string(), ...outcomeShape })),
});

/** The answer of `POST /api/repository-checks`: for reading the repository, and for its revision if one was named. */
export const repositoryCheckSchema = z.object({
  ...outcomeShape,
  byProxy,
  revision: z.optional(z.object(outcomeShape)),
  /** The protocol lists names but no files, so the result never says whether a named path exists. */
  path: z.optional(z.literal('not-told')),
});

export type RegistryCheck = z.infer<typeof registryCheckSchema>;
export type RepositoryCheck = z.infer<typeof repositoryCheckSchema>;
export type CheckOutcome = Omit<RegistryCheck, 'images' | 'byProxy'>;

/** An image of the checked registry: the path after its host, and a tag or digest. */
export interface ImageToCheck {
  readonly repository: string;
  readonly reference: string;
}

/** The body of `POST /api/registry-checks`. */
export interface RegistryCheckRequest {
  /** Host, with its port if it has one; a scheme before it and a path after it are dropped. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
  readonly images?: readonly ImageToCheck[] | undefined;
}

/** The body of `POST /api/repository-checks`. */
export interface RepositoryCheckRequest {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** A branch, a tag, a full ref or a commit. */
  readonly revision?: string | undefined;
  readonly path?: string | undefined;
}

/** How many images one check may ask for. */
export const maxImagesPerCheck = 10;
