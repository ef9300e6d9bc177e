export type TemplateFile =
  | { readonly text: string }
  | { readonly problem: 'not-text' }
  | { readonly problem: 'too-large'; readonly maxBytes: number };

/** Far above any template: more would only be a wrong file. */
const maxBytes = 10_000_000;

/** A file's text with every byte of it, a byte order mark included, so that it can be written again as it was. */
export async function readTemplateFile(file: Blob): Promise<TemplateFile> {
  if (file.size > maxBytes) return { problem: 'too-large', maxBytes };
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const text = decoder.decode(await file.arrayBuffer());
    return text.includes('\0') ? { problem: 'not-text' } : { text };
  } catch {
    return { problem: 'not-text' };
  }
}
