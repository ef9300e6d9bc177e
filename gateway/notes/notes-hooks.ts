import type { FastifyInstance } from 'fastify';
import { isRead, readCall } from '../calls/call.ts';
import { readEnding } from '../calls/outcome.ts';
import '../sign-in/person.ts';
import { answerInTime } from '../store/store-answer.ts';
import type { SecretNotes } from './secret-notes.ts';

/** Records what forwarded writes of secrets did, once AI Core has confirmed them. */
export function registerNotesHooks(app: FastifyInstance, notes: SecretNotes): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isOfSecrets = request.routeOptions.url?.includes('/v2/admin/dockerRegistrySecrets') === true;
    if (!isOfSecrets || isRead(request)) return payload;
    const { action, tenant, name, subject } = readCall(request);
    if (!['create', 'change', 'delete'].includes(action) || tenant === undefined || name === undefined)
      return payload;
    if (readEnding(reply, payload).outcome !== 'done') return payload;
    const registries = subject?.registries ?? [];
    const by = request.person?.name ?? null;
    const kind = action === 'create' ? 'registered' : 'rotated';
    try {
      const at = new Date().toISOString();
      await answerInTime(
        action === 'delete'
          ? notes.forget({ tenant, name })
          : notes.noteWrite({ tenant, name }, { kind, registries, at, by }),
      );
    } catch (error) {
      // The secret itself was written, so a note that cannot be stored does not make the write fail.
      request.log.error({ err: error }, 'a write of a secret could not be noted');
    }
    return payload;
  });
}
