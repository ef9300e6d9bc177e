import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import {
  registryCheckSchema,
  repositoryCheckSchema,
  type RegistryCheckRequest,
  type RepositoryCheckRequest,
} from '../../gateway/checks/contract.ts';
import { ApiError } from '../domain/api-problem.ts';
import type { CheckResult } from '../domain/check/check-outcome.ts';
import { plannedImageName } from '../domain/check/check-plan.ts';
import { consoleConfigQuery } from './connections.ts';
import { readAnswer } from './http.ts';
import { sendSignedIn } from './session/sign-in-again.ts';

/** Longer than the gateway gives a check, so that its answer, which says more, arrives first. */
const timeoutMs = 40_000;

/** Whether this console's gateway checks credentials; a static host does not. */
export function useOffersChecks(): boolean {
  return useQuery(consoleConfigQuery()).data?.checks === true;
}

/** Has the gateway try a registry's credential once, and pull with it. The credential is kept nowhere. */
export async function checkRegistry(
  request: RegistryCheckRequest,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { images, byProxy, ...login } = await post(
    '/api/registry-checks',
    request,
    signal,
    registryCheckSchema,
  );
  return { login, targets: images.map((image) => ({ name: plannedImageName(image), ...image })), byProxy };
}

/** Has the gateway read a Git repository with a credential, once. */
export async function checkRepository(
  request: RepositoryCheckRequest,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { revision, path, byProxy, ...login } = await post(
    '/api/repository-checks',
    request,
    signal,
    repositoryCheckSchema,
  );
  return {
    login,
    targets: revision ? [{ name: request.revision ?? '', ...revision }] : [],
    untoldPath: path && request.path,
    byProxy,
  };
}

function post<T>(path: string, body: object, signal: AbortSignal, schema: z.ZodMiniType<T>): Promise<T> {
  const call = () => postOnce(path, body, signal, schema);
  return sendSignedIn(call, { door: '/config.json', urgent: true, signal });
}

async function postOnce<T>(
  path: string,
  body: object,
  signal: AbortSignal,
  schema: z.ZodMiniType<T>,
): Promise<T> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, timeout]),
      cache: 'no-store',
      credentials: 'same-origin',
      redirect: 'manual',
    });
    return await readAnswer(response, schema);
  } catch (error) {
    if (signal.aborted || error instanceof ApiError) throw error;
    throw new ApiError({ kind: timeout.aborted ? 'timeout' : 'network', message: '' });
  }
}
