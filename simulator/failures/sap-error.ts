/** The error envelope's inner object, as every failing admin call carries it. */
export interface ErrorEnvelope {
  error: { code: string; message: string; requestId: string; target: string; details: ErrorDetails };
}

/** AI Core answers with an object for some failures and with an array for others. */
type ErrorDetails = Record<string, unknown> | { code: string; message: string; target?: string }[];

interface SapErrorOptions {
  details?: ErrorDetails;
  headers?: Record<string, string>;
}

/** A failure of an admin call: HTTP status, descriptive code, sentence, details and extra headers. */
export class SapError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: ErrorDetails;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, options: SapErrorOptions = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = options.details ?? {};
    this.headers = options.headers ?? {};
  }
}

/** Wraps an error for the wire. `target` is the invoked path. */
export function buildErrorEnvelope(error: SapError, requestId: string, target: string): ErrorEnvelope {
  const { code, message, details } = error;
  return { error: { code, message, requestId, target, details } };
}

/** 400 with one entry in `details` for each broken rule. Never quote a value: it may be a credential. */
export function invalidRequest(message: string, rules: { target: string; message: string }[] = []): SapError {
  return new SapError(400, 'InvalidRequest', message, {
    details: rules.map((rule) => ({ code: 'InvalidField', ...rule })),
  });
}

/** 401: the bearer token is missing, forged, expired or withdrawn. */
export function unauthorized(message: string): SapError {
  return new SapError(401, 'Unauthorized', message, { headers: { 'www-authenticate': 'Bearer' } });
}

/** 404 for a resource of the tenant. */
export function notFound(message: string): SapError {
  return new SapError(404, 'NotFound', message);
}

/** 409: the resource exists already. */
export function conflict(message: string): SapError {
  return new SapError(409, 'Conflict', message, { details: [{ code: 'Conflict', message }] });
}

/** 403: the tenant holds as many of a resource as it may. */
export function quotaExceeded(resource: string, maxCount: number): SapError {
  return new SapError(403, 'QuotaExceeded', `The quota of ${maxCount} ${resource} is exhausted.`, {
    details: { resource, maxCount },
  });
}

/** 429 or 503 with the seconds after which to try again. */
export function tryAgainLater(status: 429 | 503, seconds: number): SapError {
  const [code, message] =
    status === 429
      ? ['TooManyRequests', 'Too many requests.']
      : ['ServiceUnavailable', 'The service is not available.'];
  return new SapError(status, code, message, { headers: { 'retry-after': String(seconds) } });
}

/** 500 without an explanation, which is all that AI Core gives for several mistakes. */
export function internalError(message = 'An internal error occurred.'): SapError {
  return new SapError(500, 'InternalError', message);
}
