interface RuleContext {
  readonly issues: { push: (issue: { code: 'custom'; input: undefined; message: string }) => unknown };
}

/** Adds a sentence to a field from a check of its schema. The input stays out of it: it may be a credential. */
export function reportProblem(context: RuleContext, message: string): void {
  context.issues.push({ code: 'custom', input: undefined, message });
}
