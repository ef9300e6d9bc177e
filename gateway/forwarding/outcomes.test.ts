import { describe, expect, test } from 'vitest';
import { mapAnswer } from './outcomes.ts';

const json = { 'content-type': 'application/json' };
const html = { 'content-type': 'text/html' };
const envelope = '{"error":{"code":"01","message":"no","requestId":"up","target":"/x","details":[{"a":1}]}}';

function map(status: number, headers: Record<string, string>, body: string) {
  const outcome = mapAnswer({ status, headers, body: Buffer.from(body) }, 'own-id');
  return { ...outcome, body: String(outcome.body) };
}

describe('mapAnswer', () => {
  test.each([
    [200, json, '{"a":1.0}'],
    [200, { 'content-type': 'Application/JSON;charset=utf-8' }, '[]'],
    [200, { 'content-type': 'application/problem+json' }, '{}'],
    [202, json, '{"message":"accepted"}'],
    [202, {}, ''],
    [204, {}, ''],
    [404, json, envelope],
    [409, json, envelope],
    [500, json, envelope],
    [400, json, '{"error":{"code":"1","message":"no","requestId":null,"request_id":"up"}}'],
    [400, json, `{"error":{"code":"1","details":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`],
    [401, { 'content-type': 'text/plain' }, 'Jwt is expired'],
    [403, { 'content-type': 'text/plain; charset=utf-8' }, 'RBAC: access denied'],
  ])('passes %i with %o and %s on as it is', (status, headers, body) => {
    expect(map(status, headers, body)).toMatchObject({ status, body });
  });

  test.each([
    [200, html, '<p>sign in</p>', 502, 'UpstreamMalformed'],
    [200, html, '{}', 502, 'UpstreamMalformed'],
    [200, {}, '{}', 502, 'UpstreamMalformed'],
    [200, json, '', 502, 'UpstreamMalformed'],
    [200, { ...json, 'content-encoding': 'gzip' }, 'gzipped', 502, 'UpstreamMalformed'],
    [202, html, '<p>accepted</p>', 502, 'UpstreamMalformed'],
    [301, json, '{}', 502, 'UpstreamMalformed'],
    [304, {}, '', 502, 'UpstreamMalformed'],
    [404, html, '<p>nginx</p>', 502, 'UpstreamMalformed'],
    [400, { 'content-type': 'text/plain' }, 'Bad Request', 502, 'UpstreamMalformed'],
    [404, {}, '', 502, 'UpstreamMalformed'],
    [404, json, '{"message":"no route"}', 502, 'UpstreamMalformed'],
    [400, json, '{"message":"no envelope"}', 502, 'UpstreamMalformed'],
    [400, json, '{"error":"a word"}', 502, 'UpstreamMalformed'],
    [409, json, `{"error":{"code":"${'x'.repeat(65_536)}"}}`, 502, 'UpstreamMalformed'],
    [500, json, '['.repeat(60_000), 500, 'UpstreamError'],
    [401, { 'content-type': 'text/plain' }, 'x'.repeat(1025), 401, 'UpstreamError'],
    [401, {}, '', 401, 'UpstreamError'],
    [401, html, '<p>no</p>', 401, 'UpstreamError'],
    [403, html, '<p>no</p>', 403, 'UpstreamError'],
    [429, { 'content-type': 'text/plain' }, 'slow down', 429, 'UpstreamError'],
    [503, html, '<p>busy</p>', 503, 'UpstreamError'],
  ])('%i with %o and %s becomes %i %s', (status, headers, body, mapped, code) => {
    const outcome = map(status, headers, body);
    expect(outcome.status).toBe(mapped);
    expect(outcome.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
    const { error } = JSON.parse(outcome.body);
    expect(error).toEqual({
      code,
      message: expect.any(String),
      requestId: 'own-id',
      target: 'console-gateway',
      details: {},
    });
  });

  test.each([
    ['of the body, if any', { 'x-request-id': 'header' }, '{"error":{"code":"1","requestId":"up"}}', 'up'],
    ['of the header otherwise', { 'x-request-id': 'header' }, '{"error":{"code":1}}', 'header'],
    ['of our own, if none', {}, '{"error":{"code":"1"}}', 'own-id'],
    [
      'of our own, if it is not an id',
      { 'x-request-id': '<b>' },
      '{"error":{"code":"1","requestId":7}}',
      'own-id',
    ],
    [
      'of our own, if it is too long',
      { 'x-request-id': 'x'.repeat(129) },
      '{"error":{"code":"1"}}',
      'own-id',
    ],
  ])('the request id in the header is the one %s', (_name, headers, body, id) => {
    expect(map(500, { ...json, ...headers }, body).headers['x-request-id']).toBe(id);
  });

  test('Retry-After is kept, also without an explanation', () => {
    expect(map(503, { ...html, 'retry-after': '9' }, '').headers['retry-after']).toBe('9');
  });

  test.each([
    ['120', '120'],
    ['Wed, 25 Nov 2026 13:00:00 GMT', 'Wed, 25 Nov 2026 13:00:00 GMT'],
    ['é', undefined],
    ['9'.repeat(41), undefined],
  ])('Retry-After "%s" is passed on as %j', (value, passedOn) => {
    expect(map(503, { ...json, 'retry-after': value }, envelope).headers['retry-after']).toBe(passedOn);
  });
});
