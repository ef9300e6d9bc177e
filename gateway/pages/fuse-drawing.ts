/**
 * A drawing of the console's sign: bars for the time that credentials still have within 90 days. The bars have no
 * names, because this page is public and a name could be mistaken for a real secret.
 */
export function fuseDrawing(says: { today: string; soon: string; end: string; caption: string }): string {
  return (
    `<div class="art" aria-hidden="true"><div class="axis"><span>${says.today}</span>` +
    `<span>${says.soon}</span><span>${says.end}</span></div>` +
    `<svg width="100%" height="${fuses.length * rowHeight + 1}">${fuses.map(drawRow).join('')}` +
    `<rect class="rule" y="${fuses.length * rowHeight}" width="100%" height="1"/></svg><p>${says.caption}</p></div>`
  );
}

/** How much is left, in per cent of the 90 days, and its colour; without `left` there is no expiry. */
const fuses: readonly { left?: number; kind?: 'warn' | 'over' }[] = [
  { left: 100 },
  { left: 10, kind: 'warn' },
  {},
  { left: 68 },
  { left: 31 },
  { left: 100 },
  { left: 1, kind: 'over' },
  { left: 100 },
  {},
  { left: 52 },
  { left: 86 },
];

const rowHeight = 48;
/** The position of day 14, in per cent. */
const soonAt = 15.5;

function drawRow({ left, kind }: (typeof fuses)[number], index: number): string {
  const top = index * rowHeight;
  const rule = `<rect class="rule" y="${top}" width="100%" height="1"/>`;
  const bar = (width: number, name: string) =>
    `<rect class="${name}" y="${top + 21}" width="${width}%" height="6" rx="3"/>`;
  if (left === undefined) return `${rule}<rect class="track" y="${top + 24}" width="100%" height="1"/>`;
  return (
    rule +
    bar(100, kind === 'over' ? 'track spent' : 'track') +
    bar(left, `left ${kind ?? ''}`.trim()) +
    `<rect class="tick" x="${soonAt}%" y="${top + 17}" width="1" height="14"/>`
  );
}

/** Placed beside the page's text; hidden where there is no room, in print, and with forced colours. */
export const fuseDrawingStyle =
  '.art{display:none}@media screen and (min-width:1024px) and (forced-colors:none){' +
  'body{grid-template-columns:minmax(480px,5fr) 7fr}main{padding:48px 96px;border-right:1px solid var(--line)}' +
  '.art{display:block;padding:0 96px;background:var(--frame);color:var(--faint);font-size:12px;line-height:16px;' +
  'align-self:stretch;align-content:center}.axis{position:relative;height:32px;font-size:11px}' +
  '.axis span{position:absolute;left:0}.axis span+span{left:15.5%;transform:translateX(-50%)}' +
  '.axis span+span+span{left:auto;right:0;transform:none}.art svg{display:block}.art p{margin-top:16px;color:inherit}' +
  '.rule,.track{fill:var(--line)}.left{fill:var(--faint)}.tick{fill:var(--tick)}.warn{fill:var(--warn)}' +
  '.spent{fill:var(--spent)}.over{fill:var(--over)}}';
