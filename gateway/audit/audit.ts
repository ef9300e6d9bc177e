import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.ts';
import type { AuditEvent } from './audit-event.ts';
import { registerAuditHooks } from './audit-hooks.ts';
import { createAuditLog } from './audit-log.ts';
import { createRefusalCounter } from './refusal-counter.ts';

/** How the audit log is kept. */
export interface AuditSettings {
  /** Events are also written there, each as a line of JSON. */
  stdout: boolean;
  retentionDays: number;
}

/** What the audit needs besides its settings. */
export interface AuditOptions {
  store: Store;
  settings: AuditSettings;
  /** Called with every event once it has ended. */
  onEvent: (event: AuditEvent) => void;
}

const cleanMs = 3_600_000;
/** Refusals are summed up per minute. */
const countMs = 15_000;

/** Records who does what in all routes that are registered after it. */
export function registerAudit(app: FastifyInstance, { store, settings, onEvent }: AuditOptions): void {
  const log = createAuditLog(store);
  const refusals = createRefusalCounter();
  const tell = (event: AuditEvent) => {
    if (settings.stdout) process.stdout.write(`${JSON.stringify({ audit: event })}\n`);
    onEvent(event);
  };
  registerAuditHooks(app, { log, refusals, onEvent: tell });
  const writeRefusals = async (until: number | 'all') => {
    for (const event of refusals.take(until)) {
      tell(event);
      await log.write(event).catch((error: unknown) => {
        app.log.error({ err: error }, 'refusals could not be written to the audit log');
      });
    }
  };
  const counting = setInterval(() => void writeRefusals(Date.now()), countMs).unref();
  app.addHook('onClose', async () => {
    clearInterval(counting);
    await writeRefusals('all');
  });
  const clean = () =>
    void log.clean(settings.retentionDays, Date.now()).catch((error: unknown) => {
      app.log.warn({ err: error }, 'old events of the audit log were not removed');
    });
  app.addHook('onReady', async () => clean());
  const cleaning = setInterval(clean, cleanMs).unref();
  app.addHook('onClose', async () => clearInterval(cleaning));
}
