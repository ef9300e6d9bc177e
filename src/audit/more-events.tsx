import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { ProblemSentences } from '../ui/feedback/problem-sentences.tsx';
import { Button } from '../ui/buttons/button.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface MoreEventsProps {
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetching: boolean;
    readonly isFetchingNextPage: boolean;
    readonly isFetchNextPageError: boolean;
    readonly error: Error | null;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}

/** Loads more when the end of the list becomes visible, or by a button. */
export function MoreEvents({ list }: MoreEventsProps) {
  const texts = useTexts('audit');
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  const isWaiting = hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    const element = end.current;
    if (!isWaiting || !element) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '400px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isWaiting, fetchNextPage]);

  return (
    <Box ref={end} sx={{ py: 2, typography: 'caption', color: 'text.disabled' }}>
      {isFetchNextPageError && list.error && <ProblemSentences error={list.error} />}
      {hasNextPage ? (
        <Button
          size="small"
          aria-busy={list.isFetchingNextPage}
          onClick={() => !isFetching && void fetchNextPage()}
        >
          {list.isFetchingNextPage ? texts.loadingMore : texts.more}
        </Button>
      ) : (
        texts.noMore
      )}
    </Box>
  );
}
