/**
 * How a name appears in the address of its page: “~” keeps it apart from the list's form; no name in AI Core starts
 * with it.
 */
export const objectAddress = {
  stringify: ({ name }: { name: string }) => ({ name: name === 'new' ? '~new' : name }),
  parse: ({ name }: { name: string }) => ({ name: nameInAddress(name) }),
};

/** The name in a part of an address. */
export function nameInAddress(segment: string): string {
  return segment.replace('~', '');
}
