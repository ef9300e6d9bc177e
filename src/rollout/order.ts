import type { Connection } from '../domain/connection.ts';
import type { RegistryEntry } from '../domain/docker-config.ts';

/** What the form of a secret hands over. It holds credentials: it lives in the page's memory only. */
export interface SecretCredential {
  readonly kind: 'secret';
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  readonly expiresAt: string | undefined;
}

export interface RepositoryCredential {
  readonly kind: 'repository';
  readonly name: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

export type RolloutCredential = SecretCredential | RepositoryCredential;
export type RolloutKind = RolloutCredential['kind'];
export type Operation = 'rollout' | 'removal';

/** What a form for the credential gets; the application fills it in with the one of that kind. */
export interface CredentialFormProps {
  /** The name of a rollout that is gone on with. */
  readonly fixedName: string | undefined;
  readonly submitLabel: string;
  readonly onSubmit: (credential: RolloutCredential) => void;
}

/** What is to be done in each tenant. */
export interface Order {
  readonly operation: Operation;
  readonly kind: RolloutKind;
  readonly name: string;
  /** Absent for a removal. */
  readonly credential: RolloutCredential | undefined;
}

/** How a kind of thing is read and written in one tenant. */
export interface TenantCalls {
  readonly exists: (connection: Connection, signal?: AbortSignal) => Promise<boolean>;
  readonly create: (connection: Connection) => Promise<void>;
  readonly update: (connection: Connection) => Promise<void>;
  readonly remove: (connection: Connection) => Promise<void>;
  /** How many more the tenant may hold, where it says so. */
  readonly quotaLeft: (connection: Connection, signal?: AbortSignal) => Promise<number | undefined>;
}
