import { dockerHubRegistry, parseImageReference } from '../../keyring/image-reference.ts';
import { unfilledPiece } from '../../text/placeholder.ts';
import { hasPlaceholder } from '../read/mask.ts';
import { scalarValue } from '../read/scalar-value.ts';
import type { HintAt, RuleContext } from './hint.ts';
import { scalarAt, type Subject } from './subject.ts';

/** True if the image names its host: the text before the first slash cannot be part of a repository. */
function namesHost(image: string): boolean {
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
}

/** Image references should have no open placeholder, and should name their host and a digest. */
export function checkImages({ spec, containers }: Subject, { dockerUser }: RuleContext): HintAt[] {
  if (spec === undefined) return [];
  const { view, toOuter, toOuterEdit } = spec;
  const undigested: number[] = [];
  const hints = containers.flatMap(({ map }): HintAt[] => {
    const node = scalarAt(map, 'image');
    const image = node === undefined ? '' : scalarValue(view.source, node);
    if (node === undefined || image === '' || hasPlaceholder(image)) return [];
    const offset = toOuter(node.start);
    const written = view.source.indexOf(image, node.start);
    const isInLine = written !== -1 && written < node.end;
    const replace = (start: number, end: number, insert: string) => {
      const edit = isInLine ? toOuterEdit({ start: written + start, end: written + end, insert }) : undefined;
      return edit && [edit];
    };
    const piece = unfilledPiece(image);
    if (piece !== undefined) {
      const at = image.indexOf(piece);
      const isUser = /USER|NAMESPACE|ACCOUNT/i.test(piece) && image.startsWith(`${dockerHubRegistry}/`);
      const fix = isUser && dockerUser !== undefined ? replace(at, at + piece.length, dockerUser) : undefined;
      return [{ code: 'image-unfilled', offset, detail: piece, fix }];
    }
    const reference = parseImageReference(image);
    if (!reference.ok) return [];
    if (reference.digest === undefined) undigested.push(offset);
    if (reference.registry !== dockerHubRegistry || namesHost(image)) return [];
    const prefix = `${dockerHubRegistry}/${image.includes('/') ? '' : 'library/'}`;
    return [{ code: 'docker-host', offset, detail: `${prefix}${image}`, fix: replace(0, 0, prefix) }];
  });
  const [first] = undigested;
  if (first !== undefined)
    hints.push({ code: 'no-digest', offset: first, detail: String(undigested.length) });
  return hints;
}
