import type { ReactNode } from 'react';

/** What is said of something with a name: as a whole, or as a function that puts the name into it. */
export type Wording = string | ((name: string) => string);

/** The same as plain text. */
export function wordingText(wording: Wording, name = ''): string {
  return typeof wording === 'string' ? wording : wording(name);
}

interface WithNameProps {
  readonly wording: Wording;
  readonly name: string | undefined;
  /** What stands for the name, such as a link. */
  readonly children?: ReactNode;
}

/** The words with the name in the type of what is compared letter by letter. */
export function WithName({ wording, name, children }: WithNameProps) {
  if (typeof wording === 'string' || name === undefined) return wordingText(wording, name);
  // No name has a line break.
  const [before, after] = wording('\n').split('\n');
  return (
    <>
      {before}
      {children ?? <code>{name}</code>}
      {after}
    </>
  );
}
