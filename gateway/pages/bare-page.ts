import type { FastifyReply } from 'fastify';
import { fuseDrawing, fuseDrawingStyle } from './fuse-drawing.ts';
import { pageTextsDe } from './page-texts-de.ts';
import { pageTextsEn } from './page-texts-en.ts';

type Says = Exclude<keyof typeof pageTextsEn, 'signIn' | 'openConsole' | 'drawing'>;

/** One of the few pages that work without the console. */
export interface BarePage {
  status: number;
  says: Says;
  /** Where to go next. */
  link?: { to: 'signIn' | 'openConsole'; href: string };
  /** Closes itself, if the browser allows it. */
  closes?: true;
}

/** Sends a self-contained page in the language that the browser prefers. */
export function sendBarePage(reply: FastifyReply, page: BarePage): FastifyReply {
  const { link } = page;
  const language = preferredLanguage(reply.request.headers['accept-language'] ?? '');
  const texts = language === 'de' ? pageTextsDe : pageTextsEn;
  const { title, text } = texts[page.says];
  const nonce = reply.request.cspNonce;
  const script = page.closes ? `<script nonce="${nonce}">close()</script>` : '';
  const goOn =
    link === undefined ? '' : `<p><a href="${escapeHtml(link.href)}">${escapeHtml(texts[link.to])}</a></p>`;
  return reply
    .code(page.status)
    .header('cache-control', 'no-store')
    .header('content-type', 'text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${escapeHtml(title)} · AI Core Registry Console</title><style nonce="${nonce}">${style}</style>` +
        `<main><div class="brand"><img src="/favicon.svg" width="40" height="40" alt="">AI Core Registry Console</div>` +
        `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${goOn}</main>${fuseDrawing(texts.drawing)}${script}</html>`,
    );
}

/**
 * The first of the console's languages in a header, which lists them in order of preference; English if there is none.
 */
export function preferredLanguage(acceptLanguage: string): 'en' | 'de' {
  for (const range of acceptLanguage.split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    // “q=0” means that this one is not wanted.
    if (parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))) continue;
    const [language] = tag.split('-');
    if (language === 'en' || language === 'de') return language;
  }
  return 'en';
}

/** The console's look, since its own styles are not loaded here: its colours, and its logo. */
const style =
  ':root{color-scheme:light dark;--sheet:#fff;--frame:#eff2f2;--line:#dee3e4;--text:#142327;--quiet:#455458;' +
  '--faint:#5b6b6e;--accent:#006878;--hover:#005866;--on:#fff;--focus:#00778a;--warn:#d27c02;--over:#b42722;' +
  '--spent:#fbb7b0;--tick:#7f9093}' +
  '@media (prefers-color-scheme:dark){:root{--sheet:#101719;--frame:#0a0f11;--line:#232d2f;--text:#dee4e6;' +
  '--quiet:#a8b3b6;--faint:#899799;--accent:#57c3d0;--hover:#6fd3df;--on:#02171c;--focus:#57cbd8;--warn:#f0a646;' +
  '--over:#f98b84;--spent:#843c38;--tick:#637377}}' +
  'body{margin:0;min-height:100vh;display:grid;background:var(--sheet);color:var(--text);' +
  "font:14px/24px 'Segoe UI Variable Text','Segoe UI',-apple-system,BlinkMacSystemFont,Roboto,'Noto Sans'," +
  "'DejaVu Sans Condensed',system-ui,sans-serif}" +
  'main{box-sizing:border-box;display:grid;align-content:center;justify-content:center;justify-items:start;' +
  'grid-template-columns:minmax(0,408px);padding:24px 24px 10vh}' +
  '.brand{display:flex;align-items:center;gap:12px;font-weight:600}' +
  'h1{margin:32px 0 8px;font-size:24px;line-height:32px}' +
  'p{margin:0;color:var(--quiet)}a{display:inline-block;margin-top:24px;padding:6px 16px;border-radius:6px;' +
  'background:var(--accent);color:var(--on);font-weight:600;text-decoration:none}a:hover{background:var(--hover)}' +
  'a:focus-visible{outline:2px solid var(--focus);outline-offset:2px}' +
  '@media (pointer:coarse){a{padding:10px 16px}}@media (forced-colors:active){a{border:1px solid}}' +
  fuseDrawingStyle;

function escapeHtml(text: string): string {
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}
