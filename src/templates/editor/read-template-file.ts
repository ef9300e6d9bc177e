export type TemplateFile =
  | { readonly text: string }
  | { readonly problem: 'not-text' }
  | { readonly problem: 'too-large'; readonly maxBytes: number };

/** Far larger than any template: a larger file must be the wrong one. */
const maxBytes = 10_000_000;

/** A file's text with every byte of it, including a byte order mark, so that it can be written back unchanged. */
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
