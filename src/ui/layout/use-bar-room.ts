import { useCallback } from 'react';

/**
 * Tells the browser the height of a bar that stays at an edge of the window, through the `scroll-padding` variables in
 * base.css: whatever gets the focus or is scrolled to appears beside the bar, not below it.
 */
export function useBarRoom(...edges: readonly ('top' | 'foot')[]): (bar: HTMLElement) => () => void {
  const names = edges.map((edge) => `--${edge}-bar`).join();
  return useCallback(
    (bar) => {
      const { style } = document.documentElement;
      // In a low window base.css does not let it stick.
      bar.dataset['bar'] = '';
      const observer = new ResizeObserver(() => {
        for (const name of names.split(',')) style.setProperty(name, `${bar.offsetHeight}px`);
      });
      observer.observe(bar);
      return () => {
        observer.disconnect();
        for (const name of names.split(',')) style.removeProperty(name);
      };
    },
    [names],
  );
}
