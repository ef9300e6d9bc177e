import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { gatewayTarget } from '../contract.ts';
import { readEnding, type Ending } from './outcome.ts';

const own = (code: string) => ({ error: { code, target: gatewayTarget } });
const ofAiCore = (code: string) => ({ error: { code, target: '/v2/admin' } });

test.each([
  [202, {}, 'done'],
  [404, ofAiCore('404'), 'failed'],
  [500, ofAiCore('500'), 'failed'],
  [408, ofAiCore('408'), 'unknown'],
  [502, 'Bad gateway', 'unknown'],
  [504, 'Gateway timeout', 'unknown'],
  [500, own('UpstreamError'), 'failed'],
  [408, own('UpstreamError'), 'unknown'],
  [504, own('GatewayTimeout'), 'unknown'],
  [503, own('StoreUnavailable'), 'unknown'],
  [502, own('UpstreamUnreachable'), 'failed'],
  [403, own('AccessDenied'), 'refused'],
  // AI Core itself may use the same code.
  [403, ofAiCore('AccessDenied'), 'failed'],
])('a call that is answered with %i %j is %s', async (status, body, outcome) => {
  const app = Fastify();
  let ending: Ending | undefined;
  app.addHook('onSend', async (_request, reply, payload) => {
    ending = readEnding(reply, payload);
    return payload;
  });
  app.get('/', (_request, reply) => reply.code(status).send(body));
  await app.inject('/');
  await app.close();
  expect(ending).toMatchObject({ status, outcome });
});
