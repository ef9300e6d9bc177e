import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { createDispatcher, type ProxySettings } from '../forwarding/dispatcher.ts';
import type { Store } from '../store/store.ts';
import { describeEnd } from './describe-end.ts';
import type { Expiries, Expiry } from './expiries.ts';

/** Where and how the daily message is sent. */
export interface NoticeOptions {
  store: Store;
  expiries: Expiries;
  /** The address of Slack, Teams or another receiver of `{"text":"…"}`. It is a secret itself, and in no log. */
  url: string;
  proxy: ProxySettings;
  logger: FastifyBaseLogger;
}

const lookMs = 900_000;
const warnDays = 14;
const timeoutMs = 10_000;
const kind = 'expiry';
/** Longer than a clock may be ahead before it is corrected, so that today's message is not sent twice. */
const keptMs = 30 * 86_400_000;

/** Checks four times an hour whether today's message still has to be sent. */
export function registerExpiryNotice(app: FastifyInstance, options: NoticeOptions): void {
  const look = () =>
    void sendExpiryNotice(options, new Date()).catch((error: unknown) => {
      options.logger.error(
        { err: error },
        'the message about expiring secrets was not sent; trying again later',
      );
    });
  app.addHook('onReady', async () => look());
  const timer = setInterval(look, lookMs).unref();
  app.addHook('onClose', async () => clearInterval(timer));
}

/** Sends today's message if something expires and no gateway with this store has sent it; returns whether it did. */
export async function sendExpiryNotice(options: NoticeOptions, now: Date): Promise<boolean> {
  const ending = await options.expiries.listAll(warnDays);
  if (ending.length === 0) return false;
  const day = now.toISOString().slice(0, 10);
  const { db } = options.store;
  const claim = await db
    .insertInto('sentNotices')
    .values({ kind, day, claimedAt: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['kind', 'day']).doNothing())
    .executeTakeFirst();
  if (claim.numInsertedOrUpdatedRows !== 1n) return false;
  try {
    await post(options, { text: writeNotice(ending, now) });
    const old = new Date(now.getTime() - keptMs).toISOString().slice(0, 10);
    await db.deleteFrom('sentNotices').where('kind', '=', kind).where('day', '<', old).execute();
    return true;
  } catch (error) {
    await db.deleteFrom('sentNotices').where('kind', '=', kind).where('day', '=', day).execute();
    throw error;
  }
}

async function post({ url, proxy }: NoticeOptions, message: { text: string }): Promise<void> {
  const { origin, pathname, search } = new URL(url);
  const dispatcher = createDispatcher({ proxy, maxConnections: 1, maxAnswerBytes: 64 * 1024 });
  try {
    const answer = await dispatcher.request({
      method: 'POST',
      origin,
      path: `${pathname}${search}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body.dump();
    if (answer.statusCode >= 300) throw new Error('the receiver did not accept the message');
  } finally {
    await dispatcher.destroy();
  }
}

const maxLines = 30;

function writeNotice(ending: readonly Expiry[], now: Date): string {
  const count = ending.length === 1 ? '1 registry secret' : `${ending.length} registry secrets`;
  const lines = ending.slice(0, maxLines).map((expiry) => describe(expiry, now));
  const more = ending.length > maxLines ? [`and ${ending.length - maxLines} more`] : [];
  return [`${count} expired or expiring within ${warnDays} days:`, ...lines, ...more].join('\n');
}

function describe({ name, tenantLabel, expiresAt, changedBy }: Expiry, now: Date): string {
  const end = new Date(expiresAt);
  const when = describeEnd(expiresAt, now);
  const by = changedBy === undefined ? '' : `, last changed by ${changedBy}`;
  // Removes `<>&`, which start commands in Slack, brackets, which are links in Teams, and control characters.
  return `• ${name} in ${tenantLabel}: ${when}, ${end.toISOString().slice(0, 10)}${by}`.replaceAll(
    /[<>&[\]\p{Cc}\p{Cf}]/gu,
    '',
  );
}
