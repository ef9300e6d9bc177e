import fastifyCookie from '@fastify/cookie';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { createSignInCookies } from './cookies.ts';

async function writeBoth(publicUrl: string): Promise<string[]> {
  const cookies = createSignInCookies(publicUrl);
  const app = Fastify();
  await app.register(fastifyCookie);
  app.get('/', (request, reply) => {
    cookies.writeSession(reply, 'an-id');
    cookies.writeAttempt(request, reply, { state: 'state', nonce: 'n', verifier: 'v', returnTo: '/' });
    return reply.send('');
  });
  const { headers } = await app.inject({ url: '/' });
  await app.close();
  return [headers['set-cookie'] ?? []].flat();
}

describe('the cookies of sign-in', () => {
  test('belong to this origin only, and no script can read them', async () => {
    const [session, attempt] = await writeBoth('https://console.example.com');
    expect(session).toBe('__Host-console-session=an-id; Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(attempt).toMatch(
      /^__Host-console-sign-in-state=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  test('have other names without TLS, which only this machine may use', async () => {
    const [session] = await writeBoth('http://127.0.0.1:8080');
    expect(session).toBe('console-8080-session=an-id; Path=/; HttpOnly; SameSite=Lax');
  });

  test('differ for two consoles on one host', async () => {
    const ofPort = await writeBoth('https://console.example.com:8443');
    const names = [...ofPort, ...(await writeBoth('https://console.example.com'))].map((line) =>
      line.slice(0, line.indexOf('=')),
    );
    expect(names).toEqual([
      '__Host-console-8443-session',
      '__Host-console-8443-sign-in-state',
      '__Host-console-session',
      '__Host-console-sign-in-state',
    ]);
  });
});
