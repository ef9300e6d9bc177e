import type { ReactNode } from 'react';

/** A text about something with a name: fixed, or a function that inserts the name. */
export type Wording = string | ((name: string) => string);

/** The text as a plain string. */
export function wordingText(wording: Wording, name = ''): string {
  return typeof wording === 'string' ? wording : wording(name);
}

interface WithNameProps {
  readonly wording: Wording;
  readonly name: string | undefined;
  /** Shown in place of the name, for example a link. */
  readonly children?: ReactNode;
}

/** The text, with the name in code type. */
export function WithName({ wording, name, children }: WithNameProps) {
  if (typeof wording === 'string' || name === undefined) return wordingText(wording, name);
  // Names have no line breaks.
  const [before, after] = wording('\n').split('\n');
  return (
    <>
      {before}
      {children ?? <code>{name}</code>}
      {after}
    </>
  );
}
