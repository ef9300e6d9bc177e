import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../domain/api-problem.ts';
import {
  endSignInRequest,
  readSignInRequest,
  resumeSignInRequest,
  sendSignedIn,
  subscribeToSignIn,
  type SignInEnd,
} from './sign-in-again.ts';

const ended = () => new ApiError({ kind: 'sign-in', status: 401, message: '' });
const options = { door: '/api/tenants/acme/v2/admin/tenantInfo', urgent: true };

/** A call that a sign-in answers `times` times, and then the API. */
function refusedCall(times: number) {
  const call = vi.fn<() => Promise<string>>();
  for (let index = 0; index < times; index += 1) call.mockRejectedValueOnce(ended());
  return call.mockResolvedValue('answer');
}

function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function endRequest(end: SignInEnd): Promise<void> {
  await expect.poll(() => readSignInRequest()).toBeDefined();
  endSignInRequest(end);
}

describe('a call that a sign-in answers', () => {
  let unsubscribe: (() => void) | undefined;
  beforeEach(() => {
    unsubscribe = subscribeToSignIn(() => {});
  });
  afterEach(() => {
    endSignInRequest('other');
    unsubscribe?.();
  });

  it('waits, and goes on once after the sign-in', async () => {
    const call = refusedCall(1);
    const result = sendSignedIn(call, options);
    await expect.poll(() => readSignInRequest()).toMatchObject(options);
    expect(call).toHaveBeenCalledTimes(1);
    await endRequest('signed-in');
    await expect(result).resolves.toBe('answer');
    expect(call).toHaveBeenCalledTimes(2);
    expect(readSignInRequest()).toBeUndefined();
  });

  it('is not sent a third time', async () => {
    const call = refusedCall(2);
    const result = failureOf(sendSignedIn(call, options));
    await endRequest('signed-in');
    expect(await result).toMatchObject({ kind: 'sign-in' });
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('fails as it came where somebody declines', async () => {
    const call = refusedCall(1);
    const result = failureOf(sendSignedIn(call, options));
    await endRequest('postponed');
    expect(await result).toMatchObject({ kind: 'sign-in' });
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('is not asked for again once that was put off, until somebody sends something or wants to sign in', async () => {
    const background = { ...options, urgent: false };
    const first = failureOf(sendSignedIn(refusedCall(1), background));
    await endRequest('postponed');
    expect(await first).toMatchObject({ kind: 'sign-in' });
    await expect(sendSignedIn(refusedCall(1), background)).rejects.toMatchObject({ kind: 'sign-in' });
    expect(readSignInRequest()?.postponed).toBe(true);
    resumeSignInRequest();
    expect(readSignInRequest()).toMatchObject({ postponed: false, urgent: true });
    endSignInRequest('postponed');
    const write = sendSignedIn(refusedCall(1), options);
    await expect.poll(() => readSignInRequest()?.postponed).toBe(false);
    await endRequest('signed-in');
    await expect(write).resolves.toBe('answer');
  });

  it('waits together with others, of which one that was asked for makes it urgent', async () => {
    const results = [sendSignedIn(refusedCall(1), { ...options, urgent: false })];
    await expect.poll(() => readSignInRequest()?.urgent).toBe(false);
    results.push(sendSignedIn(refusedCall(1), options));
    await expect.poll(() => readSignInRequest()?.urgent).toBe(true);
    await endRequest('signed-in');
    await expect(Promise.all(results)).resolves.toEqual(['answer', 'answer']);
  });

  it('stops waiting when nobody wants its answer any more', async () => {
    const controller = new AbortController();
    const call = refusedCall(1);
    const failure = failureOf(sendSignedIn(call, { ...options, signal: controller.signal }));
    await expect.poll(() => readSignInRequest()).toBeDefined();
    controller.abort(new Error('gone'));
    expect(await failure).toMatchObject({ message: 'gone' });
    await endRequest('signed-in');
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('is not asked for at another origin, where a sign-in is of no use', async () => {
    const door = 'https://proxy.example.com/v2/admin/tenantInfo';
    await expect(sendSignedIn(refusedCall(1), { ...options, door })).rejects.toMatchObject({
      kind: 'sign-in',
    });
    expect(readSignInRequest()).toBeUndefined();
  });
});

it('fails at once where nobody can be asked', async () => {
  await expect(sendSignedIn(refusedCall(1), options)).rejects.toMatchObject({ kind: 'sign-in' });
});

it('leaves every other failure alone', async () => {
  const call = vi.fn<() => Promise<string>>(() =>
    Promise.reject(new ApiError({ kind: 'http', status: 403, message: '' })),
  );
  await expect(sendSignedIn(call, options)).rejects.toMatchObject({ status: 403 });
  expect(call).toHaveBeenCalledTimes(1);
});
