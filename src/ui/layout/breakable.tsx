import { Fragment } from 'react';
import { splitAtJoints } from '../../domain/text/joints.ts';

/**
 * A long name or address that may wrap after its separators. A part longer than a line breaks anywhere, by the
 * `overflow-wrap` of its container.
 */
export function Breakable({ text }: { text: string }) {
  return splitAtJoints(text).map((part, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other key
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** The same in code type. */
export function BreakableCode({ text }: { text: string }) {
  return (
    <code>
      <Breakable text={text} />
    </code>
  );
}
