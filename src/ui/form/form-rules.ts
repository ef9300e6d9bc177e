import { z } from 'zod/mini';
import { checkToken, checkUsername } from '../../domain/token/credential-checks.ts';
import type { Catalogue } from '../texts/texts.ts';

interface RuleContext {
  readonly issues: {
    push: (issue: {
      code: 'custom';
      input: undefined;
      message: string;
      path?: (string | number)[];
    }) => unknown;
  };
}

/**
 * Adds a message to the field being checked, or to the one at `path`. It leaves out the input, which may be a
 * credential.
 */
export function reportProblem(context: RuleContext, message: string, path: (string | number)[] = []): void {
  context.issues.push({ code: 'custom', input: undefined, message, path });
}

/** The rules for a username and a token, for the schema of a form that has both. */
export function credentialRules(texts: Catalogue['credentials']) {
  return {
    username: z.string().check((context) => {
      const { problem } = checkUsername(context.value);
      if (problem) reportProblem(context, texts.usernameProblem(problem.code));
    }),
    accessToken: z.string().check((context) => {
      const { problem } = checkToken(context.value);
      if (problem) reportProblem(context, texts.tokenProblem(problem.code));
    }),
  };
}
