import fastify from 'fastify';
import { expect, test } from 'vitest';
import { preferredLanguage, sendBarePage } from './bare-page.ts';

test.each([
  ['', 'en'],
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['fr-FR, fr;q=0.9, DE;q=0.5', 'de'],
  ['de;q=0, en', 'en'],
  ['de;q=0.0,en', 'en'],
  ['fr,*;q=0.1', 'en'],
] as const)('for “%s” the language is %s', (header, expected) => {
  expect(preferredLanguage(header)).toBe(expected);
});

test('a page is in the browser’s language, and declares it', async () => {
  const app = fastify();
  app.get('/out', (request, reply) => {
    request.cspNonce = 'n';
    return sendBarePage(reply, { status: 200, says: 'signedOut', link: { to: 'signIn', href: '/' } });
  });
  const page = async (language: string) => {
    const { body } = await app.inject({ url: '/out', headers: { 'accept-language': language } });
    return body;
  };
  const german = await page('de-DE,de;q=0.9,en;q=0.8');
  expect(german).toContain('<html lang="de">');
  expect(german).toContain('<h1>Sie sind abgemeldet</h1>');
  expect(german).toContain('<a href="/">Anmelden</a>');
  expect(await page('en')).toContain('<h1>You are signed out</h1>');
  // No inline style attribute: the page's policy would refuse it.
  expect(german).not.toMatch(/ style=/);
});
