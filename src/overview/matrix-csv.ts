import { quotaLeft } from '../domain/connection/quota.ts';
import { toCsv } from '../domain/text/csv.ts';
import type { Catalogue } from '../ui/texts/texts.ts';
import type { Matrix } from './matrix-rows.ts';

/**
 * The rows as CSV with a column per secret: the day it expires, if known. `explain` says briefly why a tenant does not
 * answer.
 */
export function matrixCsv(
  { rows, names }: Pick<Matrix, 'rows' | 'names'>,
  texts: Catalogue['overview'],
  explain: Catalogue['problems']['problem'],
): string {
  const head = [texts.tenantId, texts.tenant, texts.state, texts.used, texts.max, texts.left, ...names];
  const lines = rows.map(({ connection: { id, label }, read, remembered }) => {
    if (read.status !== 'read') {
      const state = read.status === 'failed' ? `${texts.silent}: ${explain(read.problem).title}` : '';
      return [id, label, state, '', '', '', ...names.map(() => '')];
    }
    const { quota } = read.value;
    const valueOf = (name: string) =>
      read.value.names.has(name)
        ? (remembered?.get(name)?.expiresAt?.slice(0, 'YYYY-MM-DD'.length) ?? texts.has)
        : texts.lacks;
    return [
      id,
      label,
      texts.answers,
      quota?.used ?? '',
      quota?.max ?? '',
      (quota && quotaLeft(quota)) ?? '',
      ...names.map(valueOf),
    ];
  });
  return toCsv([head, ...lines]);
}
