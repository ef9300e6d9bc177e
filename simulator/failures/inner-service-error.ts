import { SapError, type FailedCall } from './sap-error.ts';

/**
 * A 500 of a service inside AI Core whose error is passed on unchanged: it spells the request id `request_id`, often
 * has none, and names its own path.
 */
export class InnerServiceError extends SapError {
  readonly #namesRequest: boolean;

  constructor(message: string, { namesRequest }: { readonly namesRequest: boolean }) {
    super(500, '500', message);
    this.#namesRequest = namesRequest;
  }

  override buildBody({ requestId, path }: FailedCall): object {
    const { code, message, details } = this;
    const target = path.replace('/v2/admin/', '/api/v4alpha/');
    return { error: { code, message, request_id: this.#namesRequest ? requestId : null, target, details } };
  }
}
