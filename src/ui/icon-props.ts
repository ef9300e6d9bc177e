/** The size and stroke of the icons (lucide's): next to 13-pixel text, and next to smaller text. */
export const iconProps = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
export const smallIconProps = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const;
