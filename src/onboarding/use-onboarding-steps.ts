import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useRememberedSecrets } from '../api/browser-storage/remembered-secrets.ts';
import { quotaQuery } from '../api/resource-quota.ts';
import { kindStatesQuery } from '../api/runs/kind-states.ts';
import { tenantInfoQuery } from '../api/tenant-info.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { onboardingKinds } from '../domain/onboarding/candidates.ts';
import type { RolloutKind } from '../domain/rollout/rollout-kind.ts';
import { rolloutKinds, type RolloutKindId } from '../domain/rollout/rollout-kinds.ts';
import { expiryState } from '../domain/token/expiry.ts';
import { hourMs, useNow } from '../ui/media/use-now.ts';
import { useTexts } from '../ui/texts/texts.ts';
import type { StepId } from './step.ts';
import { buildSteps } from './steps.ts';
import { useTemplateTick } from './template-tick.ts';

const kinds = onboardingKinds.map((id): { id: RolloutKindId; kind: RolloutKind } => ({
  id,
  kind: rolloutKinds[id],
}));
const kindsWithQuota = kinds.filter(({ kind }) => kind.hasQuota);

/** The checklist of a tenant as AI Core answers it now, and how to ask again. */
export function useOnboardingSteps(connection: Connection) {
  const words = {
    onboarding: useTexts('onboarding'),
    kinds: useTexts('kinds'),
    applications: useTexts('applications'),
    genericSecrets: useTexts('genericSecrets'),
  };
  const [isWhole, setWhole] = useState(false);
  const tenantInfo = useQuery(tenantInfoQuery(connection));
  const objects = useQueries({
    queries: kinds.map(({ kind }) => kindStatesQuery(connection, kind, isWhole)),
  });
  const quotas = useQueries({
    queries: kindsWithQuota.map(({ kind }) => quotaQuery(connection, kind.resource)),
  });
  const templateTickedAt = useTemplateTick(connection);
  const remembered = useRememberedSecrets(connection);
  const now = useNow(hourMs);

  const objectsOf = byKind(kinds, objects);
  const secrets = objectsOf.get('docker-registry-secret')?.data ?? [];
  const expiries = secrets.map(({ kept }) => expiryState(remembered.get(kept.name)?.expiresAt, now).kind);
  const steps = buildSteps(words, {
    tenantInfo,
    quotas: byKind(kindsWithQuota, quotas),
    objects: objectsOf,
    isWhole,
    ends: {
      expired: expiries.filter((kind) => kind === 'expired').length,
      soon: expiries.filter((kind) => kind === 'soon').length,
    },
    templateTickedAt,
  });

  const all = [tenantInfo, ...objects, ...quotas];
  const queriesOf = (id: StepId) => {
    if (id === 'connection') return [tenantInfo];
    if (id === 'quota') return quotas;
    return id === 'template' ? [] : [objectsOf.get(id)];
  };
  return {
    steps,
    tenantInfo,
    isAnswered: all.every(({ isPending }) => !isPending),
    isChecking: all.some(({ isFetching }) => isFetching),
    /** The time of the oldest answer: everything shown is at least as fresh. */
    checkedAt: new Date(
      Math.min(...all.map(({ dataUpdatedAt, errorUpdatedAt }) => Math.max(dataUpdatedAt, errorUpdatedAt))),
    ),
    /** Asks again about one step, or about all of them. */
    checkAgain: (id?: StepId) => {
      for (const query of id === undefined ? all : queriesOf(id)) void query?.refetch();
    },
    /** Reads the resource groups that a first look leaves out. */
    lookIntoAll: () => setWhole(true),
  };
}

function byKind<T>(
  of: readonly { readonly id: RolloutKindId }[],
  answers: readonly T[],
): Map<RolloutKindId, T> {
  return new Map(
    of.flatMap(({ id }, index) => {
      const answer = answers[index];
      return answer === undefined ? [] : [[id, answer] as const];
    }),
  );
}
