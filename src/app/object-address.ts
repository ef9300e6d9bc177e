/** How a name stands in the address of its page: “~” keeps it from the list's form, and begins no name in AI Core. */
export const objectAddress = {
  stringify: ({ name }: { name: string }) => ({ name: name === 'new' ? '~new' : name }),
  parse: ({ name }: { name: string }) => ({ name: nameInAddress(name) }),
};

/** The name that a part of an address stands for. */
export function nameInAddress(segment: string): string {
  return segment.replace('~', '');
}
