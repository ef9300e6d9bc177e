import { z } from 'zod/mini';
import { lenientText } from '../text/lenient-text.ts';
import { parseMoment } from '../text/moment.ts';

const syncStatuses = ['Synced', 'OutOfSync'] as const;
const healthStatuses = ['Healthy', 'Progressing', 'Degraded', 'Suspended', 'Missing'] as const;

/** `Unknown` also if the API returns no status, or one that this console does not know. */
export type SyncStatus = (typeof syncStatuses)[number] | 'Unknown';
export type HealthStatus = (typeof healthStatuses)[number] | 'Unknown';

/** One object of the folder, with what the API returns about it. */
export interface SyncedResource {
  readonly kind: string;
  readonly name: string;
  readonly status: SyncStatus;
  /** In AI Core's own words; may be empty. */
  readonly message: string;
}

export interface ApplicationStatus {
  readonly sync: SyncStatus;
  readonly health: HealthStatus;
  /** In AI Core's own words; may be empty. */
  readonly message: string;
  readonly resources: readonly SyncedResource[];
  /** When it was last synchronised. */
  readonly syncedAt: Date | undefined;
  /** When AI Core last compared it with the repository, in the API's own format. */
  readonly reconciledAt: string | undefined;
}

const resourcesSchema = z.catch(
  z.optional(
    z.array(z.object({ kind: lenientText, name: lenientText, status: lenientText, message: lenientText })),
  ),
  undefined,
);

/** The answer of the status call; every field may be missing. */
export const applicationStatusSchema = z.object({
  healthStatus: lenientText,
  syncStatus: lenientText,
  message: lenientText,
  syncFinishedAt: lenientText,
  reconciledAt: lenientText,
  syncResourcesStatus: resourcesSchema,
  /** Formerly misspelt by the API. */
  syncRessourcesStatus: resourcesSchema,
});

/** Reads the answer of the status call. */
export function parseApplicationStatus(raw: z.infer<typeof applicationStatusSchema>): ApplicationStatus {
  const resources = raw.syncResourcesStatus ?? raw.syncRessourcesStatus ?? [];
  return {
    sync: parseSync(raw.syncStatus),
    health: healthStatuses.find((known) => known === raw.healthStatus) ?? 'Unknown',
    message: raw.message?.trim() ?? '',
    resources: resources.map(({ kind = '', name = '', status, message = '' }) => ({
      kind,
      name,
      status: parseSync(status),
      message: message.trim(),
    })),
    syncedAt: parseMoment(raw.syncFinishedAt),
    reconciledAt: raw.reconciledAt,
  };
}

function parseSync(status: string | undefined): SyncStatus {
  return syncStatuses.find((known) => known === status) ?? 'Unknown';
}

/** Whether an object is a template, which may name pull secrets. */
export function isTemplateKind(kind: string): boolean {
  return kind === 'WorkflowTemplate' || kind === 'ServingTemplate';
}

/** The overall state of an application. */
export type ApplicationState = 'synced' | 'syncing' | 'failed' | 'unknown';

/** Judges a status; `failing` means that a problem is known. */
export function judgeApplication(
  { sync, health }: Pick<ApplicationStatus, 'sync' | 'health'>,
  failing: boolean,
): ApplicationState {
  if (failing || health === 'Degraded') return 'failed';
  if (sync === 'OutOfSync' || health === 'Progressing') return 'syncing';
  return sync === 'Synced' ? 'synced' : 'unknown';
}
