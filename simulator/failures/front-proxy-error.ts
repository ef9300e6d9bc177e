import { SapError } from './sap-error.ts';

/** What Envoy, the proxy in front of AI Core, says about a token, by the word for it in this simulator. */
const sentences = {
  'jwt-missing': [401, 'Jwt is missing'],
  'jwt-expired': [401, 'Jwt is expired'],
  'jwt-invalid': [401, 'Jwt verification fails'],
  // The key belongs to another region, or its tenant is not provisioned yet.
  'jwt-issuer': [401, 'Jwt issuer is not configured'],
  // The key lacks the role.
  'rbac-denied': [403, 'RBAC: access denied'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

/** A refusal by the front proxy. It reaches no service, so it is plain text and has no request id. */
export class FrontProxyError extends SapError {
  constructor(word: keyof typeof sentences) {
    const [status, sentence] = sentences[word];
    super(status, word, sentence, {
      headers: {
        'content-type': 'text/plain',
        ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      },
    });
  }

  override buildBody(): string {
    return this.message;
  }
}
