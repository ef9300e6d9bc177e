import { ApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type {
  AdminCall,
  Existing,
  Proof,
  RolloutKind,
  RolloutOrder,
} from '../../domain/rollout/rollout-kind.ts';
import type { TaskAnswer, TaskCall } from '../../domain/rollout/rollout-task.ts';
import { askingTimeoutMs, createUnlessThere } from '../named-objects.ts';
import { sendQuietWrite } from '../groups/quiet-write.ts';
import { sendWrite } from '../http.ts';
import { quotaLeft } from '../../domain/connection/quota.ts';
import { getQuota } from '../resource-quota.ts';
import { answerOf } from './answer-of.ts';
import { lookUp } from './look-up.ts';

/** What a tenant has of an object before anything is done. */
export interface PresentState extends Existing {
  /** How many more the tenant may hold, if it tells and something is to be created. */
  readonly quotaLeft: number | undefined;
  /** The tenant lacks something that the object needs, as far as it tells. */
  readonly lacksNeeded?: boolean;
}

/** How an order is carried out in one tenant. */
export interface OrderCalls {
  readonly read: (connection: Connection, signal?: AbortSignal) => Promise<PresentState>;
  /** Sends one request of a run; a failure is an answer too. */
  readonly send: (connection: Connection, call: TaskCall) => Promise<TaskAnswer>;
  /** How far AI Core has got with it. */
  readonly prove: (connection: Connection, signal?: AbortSignal) => Promise<Proof>;
}

/** The calls of an order. They hold its credential: keep them only in the page's memory. */
export function orderCalls({ resource, hasQuota }: RolloutKind, order: RolloutOrder): OrderCalls {
  const { name, lookup, proof, spelling, remove } = order;
  const namesThere = new Map<string, string>();
  const spellingsThere = new Map<string, string>();
  const writeFor = ({ id }: Connection) => {
    const there = spellingsThere.get(id);
    return required(spelling && there !== undefined ? spelling.write(there) : order.write);
  };

  const find = async (connection: Connection, signal?: AbortSignal) => {
    const existing = await lookUp(connection, lookup, signal);
    if (existing.otherName !== undefined) namesThere.set(connection.id, existing.otherName);
    return existing;
  };
  const lacksNeeded = async (connection: Connection, signal?: AbortSignal) => {
    if (!spelling) return {};
    const there = await lookUp(connection, spelling.lookup, signal);
    if (there !== '') spellingsThere.set(connection.id, there);
    return { lacksNeeded: there === '' };
  };
  const findConflict = async (connection: Connection, signal?: AbortSignal) =>
    conflictCodes[(await find(connection, signal)).state];
  const create = async (connection: Connection) => {
    const { create: call, createOverwrites = false } = writeFor(connection);
    const conflict = createOverwrites ? await findConflict(connection) : undefined;
    if (conflict !== undefined)
      throw new ApiError({ kind: 'http', status: 409, code: conflict, message: '' });
    await createUnlessThere(
      () => sendCall(connection, call),
      () => findConflict(connection, AbortSignal.timeout(askingTimeoutMs)),
    );
  };

  return {
    read: async (connection, signal) => {
      const existing = { ...(await find(connection, signal)), ...(await lacksNeeded(connection, signal)) };
      if (existing.state !== 'absent' || !order.write || !hasQuota)
        return { ...existing, quotaLeft: undefined };
      // Without the quota nothing is ruled out: the API decides.
      const quota = await getQuota(connection, resource, { signal }).catch(() => undefined);
      return { ...existing, quotaLeft: quota && quotaLeft(quota) };
    },
    send: (connection, call) =>
      answerOf(async () => {
        switch (call) {
          case 'ask':
            return (await find(connection)).state === 'present' ? 'present' : 'absent';
          case 'create':
            await create(connection);
            break;
          case 'update':
            await sendCall(connection, writeFor(connection).update(namesThere.get(connection.id) ?? name));
            break;
          case 'delete':
            await sendCall(connection, remove);
            break;
        }
        return 'accepted';
      }),
    prove: (connection, signal) => lookUp(connection, proof, signal),
  };
}

function sendCall(connection: Connection, call: AdminCall): Promise<void> {
  const { mayAnswerNothing = false, ...request } = call;
  return mayAnswerNothing ? sendQuietWrite(connection, request) : sendWrite(connection, request);
}

const conflictCodes = { present: 'AlreadyExists', taken: 'NameTaken', absent: undefined } as const;

function required(write: RolloutOrder['write']): NonNullable<RolloutOrder['write']> {
  if (!write) throw new Error('what is only removed is never written');
  return write;
}
