import type { FastifyReply } from 'fastify';

/** The few pages that are there before the console is, or without it. */
export interface BarePage {
  status: number;
  title: string;
  text: string;
  /** Where one can go on. */
  link?: { text: string; href: string };
  /** It closes by itself, where the browser lets it. */
  closes?: true;
}

/** Sends a page that needs nothing but itself. */
export function sendBarePage(reply: FastifyReply, page: BarePage): FastifyReply {
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
        `<main><img src="/favicon.svg" width="40" height="40" alt=""><h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.text)}</p>${goOn}</main>${script}</html>`,
    );
}

/** The look of the console, which is not loaded here: its colours, and its sign. */
const style =
  ':root{color-scheme:light dark;--sheet:#fff;--text:#142327;--quiet:#455458;--accent:#006878;--hover:#005866;' +
  '--on:#fff;--focus:#00778a}' +
  '@media (prefers-color-scheme:dark){:root{--sheet:#101719;--text:#dee4e6;--quiet:#a8b3b6;--accent:#57c3d0;' +
  '--hover:#6fd3df;--on:#02171c;--focus:#57cbd8}}' +
  'body{margin:0 24px;min-height:100vh;display:grid;place-items:center;background:var(--sheet);color:var(--text);' +
  "font:14px/24px 'Segoe UI Variable Text','Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,system-ui,sans-serif}" +
  'main{max-width:408px;margin-bottom:10vh}img{display:block}h1{margin:24px 0 8px;font-size:24px;line-height:32px}' +
  'p{margin:0;color:var(--quiet)}a{display:inline-block;margin-top:24px;padding:6px 16px;border-radius:6px;' +
  'background:var(--accent);color:var(--on);font-weight:600;text-decoration:none}a:hover{background:var(--hover)}' +
  'a:focus-visible{outline:2px solid var(--focus);outline-offset:2px}' +
  '@media (pointer:coarse){a{padding:10px 16px}}@media (forced-colors:active){a{border:1px solid}}';

function escapeHtml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
