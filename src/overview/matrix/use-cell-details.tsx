import type { ReactNode } from 'react';
import { useTexts } from '../../ui/texts/texts.ts';
import type { MatrixRow } from '../matrix-rows.ts';
import { NoAnswer, SecretInTenant } from './cell-content.tsx';

/** What is shown of a cell; undefined where there is nothing to say. Without a `name` it is the cell of the tenant. */
export type CellDetails = (
  row: MatrixRow,
  name: string | undefined,
) => { readonly label: string; readonly content: ReactNode } | undefined;

interface DetailsOptions {
  readonly now: Date;
  readonly minutesOf: (readAt: number) => number;
  readonly retry: (ids: readonly string[]) => void;
}

export function useCellDetails({ now, minutesOf, retry }: DetailsOptions): CellDetails {
  const texts = useTexts('overview');
  const { age } = useTexts('common');
  return (row, name) => {
    const { read, connection } = row;
    if (read.status === 'read' && name !== undefined) {
      const content = <SecretInTenant row={row} name={name} now={now} />;
      return { label: texts.about(name, connection.label), content };
    }
    const problem = read.status === 'failed' ? read.problem : read.status === 'read' ? read.stale : undefined;
    if (!problem) return undefined;
    const content = (
      <NoAnswer
        row={row}
        problem={problem}
        age={read.status === 'read' ? age(minutesOf(read.readAt)) : undefined}
        onRetry={() => retry([connection.id])}
      />
    );
    return { label: texts.noAnswerOf(connection.label), content };
  };
}
