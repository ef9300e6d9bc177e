import type { RunRow } from '../../domain/rollout/run-rows.ts';
import { toCsv } from '../../domain/text/csv.ts';
import type { Catalogue } from '../../ui/texts/texts.ts';
import type { SavedPlan } from './saved-plans.ts';

export interface Report {
  readonly plan: SavedPlan;
  readonly rows: readonly RunRow[];
  readonly labelOf: (tenantId: string) => string;
  readonly texts: Catalogue['run'];
}

interface ReportRow {
  readonly tenantId: string;
  readonly label: string;
  readonly action: string;
  readonly state: string;
  readonly detail: string;
  readonly status: number | '';
  readonly code: string;
  readonly requestId: string;
}

/** The outcome of each tenant as CSV. It contains nothing of the credential: it is derived from the rows only. */
export function reportCsv(report: Report): string {
  const rows = report.rows.map((row) => reportRow(row, report));
  const head = ['tenant', 'label', 'action', 'state', 'detail', 'status', 'code', 'request id'];
  return toCsv([head, ...rows.map((row) => Object.values(row))]);
}

/** The same as JSON, with the name and kind of what was rolled out. */
export function reportJson(report: Report): string {
  const { operation, kind, name, startedAt, policy } = report.plan;
  const tenants = report.rows.map((row) => reportRow(row, report));
  return `${JSON.stringify({ operation, kind, name, policy, startedAt, tenants }, undefined, 2)}\n`;
}

function reportRow(row: RunRow, { labelOf, texts }: Report): ReportRow {
  const problem = row.end?.state === 'failed' ? row.end.problem : undefined;
  return {
    tenantId: row.targetId,
    label: labelOf(row.targetId),
    action: row.action,
    state: row.state,
    detail: row.end ? texts.outcome(row.end) : texts.reason(row),
    status: problem?.status ?? '',
    code: problem?.code ?? problem?.kind ?? '',
    requestId: problem?.requestId ?? '',
  };
}
