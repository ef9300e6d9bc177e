import { byName } from '../named-objects.ts';

/** Sorts by name, with the given name first. */
export function byNameAfter(first: string): typeof byName {
  const rank = ({ name }: { readonly name: string }) => (name === first ? 0 : 1);
  return (one, other) => rank(one) - rank(other) || byName(one, other);
}
