import type { FastifyReply } from 'fastify';

/** The few pages of sign-in itself, which are there before the console is. */
export interface SignInPage {
  status: number;
  title: string;
  text: string;
  /** Where one can go on. */
  link?: { text: string; href: string };
  /** It closes by itself, where the browser lets it. */
  closes?: true;
}

/** Sends a page that needs nothing but itself. */
export function sendSignInPage(reply: FastifyReply, page: SignInPage): FastifyReply {
  const { link } = page;
  const nonce = reply.request.cspNonce;
  const script = page.closes ? `<script nonce="${nonce}">close()</script>` : '';
  const goOn =
    link === undefined ? '' : `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>`;
  return reply
    .code(page.status)
    .header('cache-control', 'no-store')
    .header('content-type', 'text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escapeHtml(page.title)}</title><style nonce="${nonce}">${style}</style>` +
        `<main><h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.text)}</p>${goOn}</main>${script}</html>`,
    );
}

const style =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;' +
  'min-height:90vh;margin:0 24px}main{max-width:28em}h1{font-size:1.4em}';

function escapeHtml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
