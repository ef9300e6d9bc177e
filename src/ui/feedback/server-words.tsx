import type { ReactNode } from 'react';
import type { ApiError } from '../../domain/api-problem.ts';
import { useTexts } from '../texts/texts.ts';

/** What the server itself said, and the id under which its operators find the call. Plain, for rows of tables. */
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
