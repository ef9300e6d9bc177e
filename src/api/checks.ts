import { useQuery } from '@tanstack/react-query';
import {
  registryCheckSchema,
  repositoryCheckSchema,
  type RegistryCheckRequest,
  type RepositoryCheckRequest,
} from '../../gateway/checks/contract.ts';
import type { CheckResult } from '../domain/check/check-outcome.ts';
import { plannedImageName } from '../domain/check/check-plan.ts';
import { consoleConfigQuery } from './connections.ts';
import { callGateway } from './http.ts';

/** Whether this console's gateway checks credentials; a static host does not. */
export function useOffersChecks(): boolean {
  return useQuery(consoleConfigQuery()).data?.checks === true;
}

/** Lets the gateway try a registry's credential once, and pull with it. The credential is stored nowhere. */
export async function checkRegistry(
  request: RegistryCheckRequest,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { images, byProxy, ...login } = await callGateway(
    { method: 'POST', path: '/api/registry-checks', body: request, signal },
    registryCheckSchema,
  );
  return { login, targets: images.map((image) => ({ name: plannedImageName(image), ...image })), byProxy };
}

/** Lets the gateway read a Git repository with a credential, once. */
export async function checkRepository(
  request: RepositoryCheckRequest,
  signal: AbortSignal,
): Promise<CheckResult> {
  const { revision, path, byProxy, ...login } = await callGateway(
    { method: 'POST', path: '/api/repository-checks', body: request, signal },
    repositoryCheckSchema,
  );
  return {
    login,
    targets: revision ? [{ name: request.revision ?? '', ...revision }] : [],
    untoldPath: path && request.path,
    byProxy,
  };
}
