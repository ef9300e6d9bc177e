/**
 * Splits a long name or address after each character where a line may break. Joined, the parts are the text again.
 * Hyphens are not included: browsers break after them anyway.
 */
export function splitAtJoints(text: string): string[] {
  return text.split(/(?<=[./:@_])/);
}
