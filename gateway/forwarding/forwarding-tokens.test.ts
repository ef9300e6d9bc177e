import { describe, expect, test } from 'vitest';
import { sendJson } from '../testing/fake-upstream.ts';
import { json, secrets, useForwarding } from './testing/use-forwarding.ts';

const { app, upstream } = useForwarding();

describe('tokens', () => {
  test('twenty requests at once fetch one token', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => app().inject({ url: secrets })));
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(upstream().tokenRequests).toHaveLength(1);
  });

  test('a rejected token is replaced once, and the request is repeated with its body', async () => {
    upstream().answer = ({ headers }, response) =>
      headers.authorization === 'Bearer test-token-1'
        ? sendJson(response, 401, { error: { code: 'Unauthorized' } })
        : sendJson(response, 202, { message: 'accepted' });
    const request = { method: 'POST', url: secrets, headers: json, body: '{"name":"a"}' } as const;
    const answers = await Promise.all(Array.from({ length: 20 }, () => app().inject(request)));
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 20 }, () => 202));
    expect(upstream().tokenRequests).toHaveLength(2);
    expect(new Set(upstream().received.map(({ body }) => body))).toEqual(new Set(['{"name":"a"}']));
  });

  test('a tenant that rejects every token gets the call only twice', async () => {
    upstream().answer = (_request, response) =>
      sendJson(response, 401, { error: { code: 'Unauthorized', message: 'no', requestId: 'up-2' } });
    const answer = await app().inject({ url: secrets });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toEqual({ error: { code: 'Unauthorized', message: 'no', requestId: 'up-2' } });
    expect([upstream().received.length, upstream().tokenRequests.length]).toEqual([2, 2]);
  });

  test('a service key that is rejected has a code of its own, and its secret stays here', async () => {
    upstream().answerToken = (_request, response) =>
      sendJson(response, 401, { error_description: 'planted-client-secret is wrong' });
    const answer = await app().inject({ url: secrets });
    expect(answer.statusCode).toBe(502);
    expect(answer.json().error).toMatchObject({
      code: 'TokenRequestFailed',
      message: `The token server ${new URL(upstream().url).host} rejected the service key (401).`,
    });
    expect(answer.body).not.toContain('planted');
  });

  test('300 calls with a key that is rejected ask for a few tokens only', async () => {
    upstream().answerToken = (_request, response) => sendJson(response, 401, {});
    for (let round = 0; round < 30; round += 1) {
      const calls = Array.from({ length: 10 }, () => app().inject({ url: secrets }));
      const answers = await Promise.all(calls);
      expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([502]));
    }
    expect(upstream().tokenRequests.length).toBeLessThan(10);
  });

  test('an API that rejects every token costs its token server two requests, and not one for each call', async () => {
    upstream().answer = (_request, response) =>
      sendJson(response, 401, { error: { code: 'Unauthorized', message: 'no', requestId: 'up' } });
    for (let call = 0; call < 20; call += 1)
      expect((await app().inject({ url: secrets })).statusCode).toBe(401);
    expect(upstream().tokenRequests).toHaveLength(2);
  });
});
