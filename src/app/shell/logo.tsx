/** The console's sign: three fuses, the last one short. public/favicon.svg is the same. */
export function Logo() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden
    >
      <rect width="20" height="20" rx="5" fill="var(--mui-palette-primary-main)" />
      <path d="M4.5 6h11M4.5 10h7" stroke="var(--mui-palette-primary-contrastText)" />
      <path d="M4.5 14h2.5" stroke="var(--mui-palette-accent-spark)" />
    </svg>
  );
}
