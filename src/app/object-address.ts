/** The last part of the address of a list's form, which an object may be called too. */
const formSegment = 'new';

/** How a name stands in the address of its page; “~” begins no name in AI Core. */
export const objectAddress = {
  stringify: ({ name }: { name: string }) => ({ name: name === formSegment ? `~${name}` : name }),
  parse: ({ name }: { name: string }) => ({ name: nameInAddress(name) }),
};

/** The name that a part of an address stands for. */
export function nameInAddress(segment: string): string {
  return segment === `~${formSegment}` ? formSegment : segment;
}
