/** Copies a text. Rejects where the browser forbids it or has no clipboard, as over plain HTTP. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
