import { type MapNode, type SeqNode, usualQuote } from '../read/node.ts';
import { encodeScalar, type QuoteStyle } from '../../text/yaml-scalar.ts';
import type { TextView } from '../read/text-view.ts';

/** How a text formats its flow collections. */
export interface FlowStyle {
  quote: QuoteStyle;
  /** White space inside the braces of a mapping. */
  pad: string;
  colon: string;
  comma: string;
}

/** Copies the style of the given flow collection as far as it has content to show it; otherwise uses defaults. */
export function flowStyleOf(view: TextView, sample?: MapNode | SeqNode): FlowStyle {
  const style: FlowStyle = { quote: view.json ? 'double' : 'plain', pad: ' ', colon: ': ', comma: ', ' };
  if (sample === undefined || !sample.flow) return style;
  const inside = view.source.slice(sample.start + 1, sample.end - 1);
  if (inside.trim() !== '' && !/^\s/.test(inside)) style.pad = '';
  if (sample.kind === 'seq') {
    const map = sample.items.find((item) => item.kind === 'map');
    return map?.kind === 'map' ? flowStyleOf(view, map) : style;
  }
  const first = sample.pairs[0];
  if (first === undefined) return style;
  if (first.key.style === 'double' || first.key.style === 'single') {
    style.quote = first.key.style;
    if (/^:[^\s]/.test(view.source.slice(first.key.end, first.key.end + 2)))
      [style.colon, style.comma] = [':', ','];
    if (!inside.includes('\n') && !/^\s/.test(inside)) style.pad = '';
    if (inside.startsWith('\n') || inside.startsWith('\r')) style.pad = '';
  }
  return style;
}

/** One secret as a flow mapping. */
export function flowItem(view: TextView, style: FlowStyle, name: string): string {
  const key = encodeScalar('name', style.quote, usualQuote(view.style));
  const value = encodeScalar(name, style.quote, usualQuote(view.style));
  return `{${style.pad}${key}${style.colon}${value}${style.pad}}`;
}

/** Several secrets as a flow sequence. */
export function flowList(view: TextView, style: FlowStyle, names: readonly string[]): string {
  return `[${names.map((name) => flowItem(view, style, name)).join(style.comma)}]`;
}
