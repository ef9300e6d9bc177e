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

/** Adds a sentence to a field from a check of its schema, or of what it is in by its path. The input stays out of it: it may be a credential. */
export function reportProblem(context: RuleContext, message: string, path: (string | number)[] = []): void {
  context.issues.push({ code: 'custom', input: undefined, message, path });
}
