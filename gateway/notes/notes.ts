import type { FastifyInstance } from 'fastify';
import type { Access } from '../access/access.ts';
import type { ProxySettings } from '../forwarding/dispatcher.ts';
import type { TenantRegistry } from '../forwarding/tenants.ts';
import type { Store } from '../store/store.ts';
import { registerCalendar } from './calendar/calendar-routes.ts';
import { createExpiries, registerExpiries, type Expiries } from './expiries.ts';
import { registerExpiryNotice } from './expiry-notice.ts';
import { registerNotesHooks } from './notes-hooks.ts';
import { registerNotesRoutes } from './notes-routes.ts';
import { createSecretNotes } from './secret-notes.ts';

/** What the memory of secrets needs. */
export interface NotesOptions {
  store: Store;
  tenants: TenantRegistry;
  access: Access;
  proxy: ProxySettings;
  asksWho: boolean;
  /** Where the daily notice about expiring secrets goes. */
  webhookUrl: string | undefined;
}

/** What the users of this gateway know about their secrets, and what is made of it: dates, a calendar and messages. */
export function registerNotes(app: FastifyInstance, options: NotesOptions): Expiries {
  const { store, tenants, access, proxy, asksWho, webhookUrl } = options;
  const notes = createSecretNotes(store);
  const expiries = createExpiries(notes, tenants, access);
  registerNotesHooks(app, notes);
  registerNotesRoutes(app, notes, { tenants, access });
  registerExpiries(app, expiries);
  registerCalendar(app, { store, expiries, asksWho });
  if (webhookUrl !== undefined) {
    registerExpiryNotice(app, { store, expiries, url: webhookUrl, proxy, logger: app.log });
  }
  return expiries;
}
