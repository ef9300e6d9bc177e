/** Paper is white, so the light scheme is used while printing. */
export function printInLight(): void {
  const { dataset } = document.documentElement;
  let chosen: string | undefined;
  matchMedia('print').addEventListener('change', ({ matches }) => {
    if (matches) {
      chosen = dataset['colorScheme'];
      dataset['colorScheme'] = 'light';
    } else if (chosen !== undefined) dataset['colorScheme'] = chosen;
  });
}
