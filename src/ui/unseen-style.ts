/** For who listens: who looks sees it otherwise. */
export const unseenStyle = {
  position: 'absolute',
  // A number of 1 would be all of the width.
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;
