import { Fragment } from 'react';
import { splitAtJoints } from '../../domain/text/joints.ts';

/**
 * A long name or address, which goes on in the next line after one of its joints. Only where a part is longer than a
 * line is it broken inside, by the `overflow-wrap` of what it stands in.
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

/** The same of what stands as it is written. */
export function BreakableCode({ text }: { text: string }) {
  return (
    <code>
      <Breakable text={text} />
    </code>
  );
}
