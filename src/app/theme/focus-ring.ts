/**
 * The focus ring, as in base.css. An outline, because forced colours keep it; `--focus-ring` changes it on coloured
 * grounds.
 */
export const focusRing = {
  outline: '2px solid var(--focus-ring, var(--mui-palette-accent-focus))',
  outlineOffset: 2,
} as const;

/** For elements in a frame that would cut off a ring around them. */
export const innerFocusRing = { ...focusRing, outlineOffset: -2 } as const;
