import type { ReactNode } from 'react';
import type { ApiError } from '../../domain/api-problem.ts';
import { useTexts } from '../texts/texts.ts';

/** The server's own message, and the request id its operators can find the call by. Plain text, for table rows. */
export function ServerWords({ problem, copy }: { problem: ApiError; copy?: (id: string) => ReactNode }) {
  const { message, requestId, answeredBy } = problem;
  const texts = useTexts('common');
  return (
    <>
      {message !== '' && (
        <div>
          {texts.says(answeredBy)}: {message}
        </div>
      )}
      {requestId !== undefined && (
        <div>
          {texts.requestId}: <code>{requestId}</code> {copy?.(requestId)}
        </div>
      )}
    </>
  );
}
