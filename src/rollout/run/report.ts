import { toCsv } from '../../domain/text/csv.ts';
import type { Catalogue } from '../../ui/texts/texts.ts';
import type { RolloutRequest } from '../rollout-request.ts';
import type { RunRow } from './rollout-run.ts';
import type { SavedPlan } from '../saved-plans.ts';

export interface Report {
  readonly request: RolloutRequest;
  readonly plan: SavedPlan;
  readonly rows: readonly RunRow[];
  readonly labels: ReadonlyMap<string, string>;
  readonly texts: Catalogue['rollout'];
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

/** The outcome of each tenant as CSV. Nothing of the credential: it is read from the rows alone. */
export function reportCsv(report: Report): string {
  const rows = report.rows.map((row) => reportRow(row, report));
  const head = ['tenant', 'label', 'action', 'state', 'detail', 'status', 'code', 'request id'];
  return toCsv([head, ...rows.map((row) => Object.values(row))]);
}

/** The same as JSON, with what was rolled out; of the request only its name and kind. */
export function reportJson(report: Report): string {
  const { operation, kind, name } = report.request;
  const { startedAt, policy } = report.plan;
  const tenants = report.rows.map((row) => reportRow(row, report));
  return `${JSON.stringify({ operation, kind, name, policy, startedAt, tenants }, undefined, 2)}\n`;
}

function reportRow(row: RunRow, { labels, texts }: Report): ReportRow {
  const problem = row.end?.state === 'failed' ? row.end.problem : undefined;
  return {
    tenantId: row.tenantId,
    label: labels.get(row.tenantId) ?? '',
    action: row.action,
    state: row.state,
    detail: row.end ? texts.outcome(row.end) : texts.reason(row),
    status: problem?.status ?? '',
    code: problem?.code ?? problem?.kind ?? '',
    requestId: problem?.requestId ?? '',
  };
}
