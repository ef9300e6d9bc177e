import { useEffect, useRef, useState, type RefObject } from 'react';
import { usePrinting } from '../media/use-media.ts';

/** More than fit on a screen. */
const atFirst = 60;
const step = 120;

/**
 * How many rows of a list to render: enough for the screen, and more as the end comes near, so that a list of hundreds
 * is as fast as one of ten. A change of `contents` starts over; `needed` rows are always rendered.
 */
export function useGrowingRows(
  count: number,
  contents: string,
  needed: number,
): { shown: number; end: RefObject<HTMLDivElement | null>; showAll: () => void } {
  const printing = usePrinting();
  const end = useRef<HTMLDivElement>(null);
  const [grown, setGrown] = useState({ contents, rows: atFirst });
  const rows = grown.contents === contents ? grown.rows : atFirst;
  const shown = printing ? count : Math.min(count, Math.max(rows, needed));
  useEffect(() => {
    if (!end.current || shown >= count) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setGrown({ contents, rows: shown + step });
      },
      { rootMargin: '800px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [contents, count, shown]);
  return { shown, end, showAll: () => setGrown({ contents, rows: count }) };
}
