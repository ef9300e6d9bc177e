/** Puts a text on the clipboard. Fails where the browser forbids it, or has none to give, as over plain HTTP. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
