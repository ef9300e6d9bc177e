/**
 * The parts of a long name or address, each up to and with one of the characters after which it may go on in the next
 * line. Together they are the text. Hyphens are none of them: a browser breaks after those by itself.
 */
export function splitAtJoints(text: string): string[] {
  return text.split(/(?<=[./:@_])/);
}
