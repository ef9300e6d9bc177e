/** How the console draws its icons, which are lucide's: beside text of 13 pixels, and beside smaller one. */
export const iconProps = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
export const smallIconProps = { size: 14, strokeWidth: 2, 'aria-hidden': true } as const;
