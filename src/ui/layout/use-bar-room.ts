import { useCallback } from 'react';

/**
 * Tells the browser how high a bar is that stays at an edge of the window, by the variables of `scroll-padding` in
 * base.css: whatever gets the focus or is led to stands beside the bar, not below it.
 */
export function useBarRoom(...edges: readonly ('top' | 'foot')[]): (bar: HTMLElement) => () => void {
  const names = edges.map((edge) => `--${edge}-bar`).join();
  return useCallback(
    (bar) => {
      const { style } = document.documentElement;
      // It is no bar in a low window (base.css).
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
