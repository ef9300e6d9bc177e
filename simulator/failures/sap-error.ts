/** AI Core answers with an object for some failures and with an array for others. */
type ErrorDetails =
  | Readonly<Record<string, unknown>>
  | readonly { readonly code: string; readonly message: string; readonly target?: string }[];

interface SapErrorOptions {
  readonly details?: ErrorDetails;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The call that failed, for its error. `path` has no query. */
export interface FailedCall {
  readonly requestId: string;
  readonly path: string;
}

/** A failure of an admin call: HTTP status, descriptive code, sentence, details and extra headers. */
export class SapError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: ErrorDetails;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, options: SapErrorOptions = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = options.details ?? {};
    this.headers = options.headers ?? {};
  }

  /** The error as it is sent: the admin API's envelope, or text. `target` is the called path. */
  buildBody({ requestId, path }: FailedCall): object | string {
    const { code, message, details } = this;
    return { error: { code, message, requestId, target: path, details } };
  }
}

/** 400 with one entry in `details` for each broken rule. It must never quote a value, which may be a credential. */
export function invalidRequest(
  message: string,
  rules: readonly { readonly target: string; readonly message: string }[] = [],
): SapError {
  return new SapError(400, 'InvalidRequest', message, {
    details: rules.map((rule) => ({ code: 'InvalidField', ...rule })),
  });
}

/** 401: a service behind the front proxy refuses the token. */
export function unauthorized(message: string): SapError {
  return new SapError(401, 'Unauthorized', message, { headers: { 'www-authenticate': 'Bearer' } });
}

/** 403: the token is valid, but not for this call. */
export function forbidden(message: string): SapError {
  return new SapError(403, 'Forbidden', message);
}

/** 404 for a resource of the tenant. */
export function notFound(message: string): SapError {
  return new SapError(404, 'NotFound', message);
}

/** 409: the resource already exists. */
export function conflict(message: string): SapError {
  return new SapError(409, 'Conflict', message, { details: [{ code: 'Conflict', message }] });
}

/** 410: a list can no longer be continued. */
export function expired(message: string): SapError {
  return new SapError(410, 'ResourceExpired', message);
}

/** A kind of resource, as its quota error names it, and how many a tenant may hold. */
export interface QuotaOf {
  readonly resource: string;
  readonly maxCount: number;
}

/** 403: the tenant already holds as many of a resource as allowed. */
export function quotaExceeded({ resource, maxCount }: QuotaOf): SapError {
  return new SapError(403, 'QuotaExceeded', `The quota of ${maxCount} ${resource} is exhausted.`, {
    details: { resource, maxCount },
  });
}

/** 412, which the API's description provides for changing and deleting a secret. */
export function preconditionFailed(): SapError {
  return new SapError(412, 'PreconditionFailed', 'A precondition of the request is not met.');
}

/** 429 or 503 with the seconds after which to try again. */
export function tryAgainLater(status: 429 | 503, seconds: number): SapError {
  const [code, message] =
    status === 429
      ? ['TooManyRequests', 'Too many requests.']
      : ['ServiceUnavailable', 'The service is not available.'];
  return new SapError(status, code, message, { headers: { 'retry-after': String(seconds) } });
}

/** 500 without an explanation, which is all that AI Core returns for several mistakes. */
export function internalError(): SapError {
  return new SapError(500, 'InternalError', 'An internal error occurred.');
}
