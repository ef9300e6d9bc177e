import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { sendFailure, type GatewayFailure } from '../../common/error-envelope.ts';
import type { Person } from '../../sign-in/person.ts';
import type { Store } from '../../store/store.ts';
import type { Expiries } from '../expiries.ts';
import { createCalendarKeys, unseenDays } from './calendar-keys.ts';
import { writeCalendar } from './calendar-text.ts';

/** What the calendar needs. */
export interface CalendarOptions {
  store: Store;
  expiries: Expiries;
  /** Whether people have to sign in: then a key that was made without sign-in is invalid. */
  asksWho: boolean;
}

const querySchema = z.object({ key: z.string().max(100).default('') }).catch({ key: '' });
const config = { action: 'calendar' } as const;
const paramsSchema = z.object({ id: z.string() });
/** A calendar looks further ahead than a page does. */
const days = 3650;

/** `/calendar.ics?key=…` for calendar programs, which cannot sign in, and the keys that open it. */
export function registerCalendar(app: FastifyInstance, { store, expiries, asksWho }: CalendarOptions): void {
  const keys = createCalendarKeys(store);
  const isValid = (found: { person: Person | undefined } | undefined) =>
    found !== undefined && (found.person !== undefined) === asksWho;

  // Opening the console counts as being here, with the person's current groups.
  app.addHook('onResponse', async ({ routeOptions, person, log }) => {
    if (routeOptions.url !== '/config.json' || person === undefined) return;
    await keys.noteSeen(person).catch((error: unknown) => {
      log.error({ err: error }, 'the owner of a calendar could not be noted');
    });
  });

  app.get('/calendar.ics', { config: { open: true } }, async (request, reply) => {
    const { key } = querySchema.parse(request.query);
    const found = key === '' ? undefined : await keys.find(key);
    if (!isValid(found)) return sendFailure(reply, unknownKey);
    return reply
      .header('cache-control', 'private, no-store')
      .header('content-type', 'text/calendar; charset=utf-8')
      .send(writeCalendar(await expiries.listFor(found?.person, days), new Date()));
  });
  app.get('/api/calendar-keys', async ({ person }, reply) => reply.send({ keys: await keys.list(person) }));
  app.post('/api/calendar-keys', { config }, async ({ person }, reply) => {
    const { key, ...known } = await keys.create(person);
    const path = `/calendar.ics?key=${key}`;
    return reply.code(201).send({ ...known, path });
  });
  app.delete('/api/calendar-keys/:id', { config }, async ({ person, params }, reply) => {
    const withdrawn = await keys.withdraw(person, paramsSchema.parse(params).id);
    return withdrawn ? reply.code(204).send() : sendFailure(reply, noSuchKey);
  });
}

const unknownKey: GatewayFailure = {
  status: 404,
  code: 'NotFound',
  message: `This calendar does not exist, its address was withdrawn, or its owner has not opened the console for ${unseenDays} days.`,
};
const noSuchKey: GatewayFailure = {
  status: 404,
  code: 'NotFound',
  message: 'This calendar address does not exist.',
};
