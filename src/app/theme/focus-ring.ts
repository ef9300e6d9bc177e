/** Where the focus is, as in base.css. An outline, because forced colours keep it; `--focus-ring` is for grounds of another colour. */
export const focusRing = {
  outline: '2px solid var(--focus-ring, var(--mui-palette-accent-focus))',
  outlineOffset: 2,
} as const;

/** For what stands in a frame that would cut a ring around it off. */
export const innerFocusRing = { ...focusRing, outlineOffset: -2 } as const;
