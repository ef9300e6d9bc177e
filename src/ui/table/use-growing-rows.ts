import { useEffect, useRef, useState, type RefObject } from 'react';
import { usePrinting } from '../media/use-media.ts';

/** More than a screen holds. */
const atFirst = 60;
const step = 120;

/**
 * How many of a list's rows exist: enough for the screen, and more as one comes near their end, so that a list of
 * hundreds answers as fast as one of ten. Other `contents` begin anew; `needed` rows exist in any case.
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
