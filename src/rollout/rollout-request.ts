import type { RepositoryBody } from '../api/repositories.ts';
import type { Connection } from '../domain/connection/connection.ts';
import type { RegistryEntry } from '../domain/pull-secret/docker-config.ts';

/** What the form of a secret hands over. It holds credentials: it lives in the page's memory only. */
export interface SecretCredential {
  readonly kind: 'secret';
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  readonly expiresAt: string | undefined;
}

export interface RepositoryCredential {
  readonly kind: 'repository';
  readonly body: RepositoryBody;
}

export type RolloutCredential = SecretCredential | RepositoryCredential;
export type RolloutKind = RolloutCredential['kind'];
export type Operation = 'rollout' | 'removal';

/** What stands fast when a rollout is gone on with: all but the credential. */
export interface FixedIdentity {
  readonly name: string;
  /** Of a repository. */
  readonly url: string | undefined;
}

/** What a form for the credential gets; the application fills it in with the one of that kind. */
export interface CredentialFormProps {
  readonly fixed: FixedIdentity | undefined;
  readonly submitLabel: string;
  readonly onSubmit: (credential: RolloutCredential) => void;
}

/** What is to be done in each tenant. */
export interface RolloutRequest extends FixedIdentity {
  readonly operation: Operation;
  readonly kind: RolloutKind;
  /** Absent for a removal. */
  readonly credential: RolloutCredential | undefined;
}

/** What a plan needs to know of one tenant. */
export interface ExistingState {
  readonly state: 'absent' | 'present' | 'taken';
  /** How many more the tenant may hold, where it says so and something is to be created. */
  readonly quotaLeft: number | undefined;
  /** The name that the tenant has it under, where that is another one. */
  readonly otherName?: string | undefined;
}

/** How a request is carried out in one tenant. */
export interface TenantCalls {
  readonly read: (connection: Connection, signal?: AbortSignal) => Promise<ExistingState>;
  /** Whether it is there: the one question that is asked during a run. */
  readonly exists: (connection: Connection) => Promise<boolean>;
  readonly create: (connection: Connection) => Promise<void>;
  readonly update: (connection: Connection) => Promise<void>;
  readonly remove: (connection: Connection) => Promise<void>;
}
