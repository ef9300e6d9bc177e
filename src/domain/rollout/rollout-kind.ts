import type { TenantResource } from '../connection/access.ts';
import type { KnownRegistry } from '../registry/known-registry.ts';

/** A write to the admin API of one tenant; the path begins after `/v2/admin/` and is encoded. */
export interface AdminCall {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** What a tenant has of an object. `taken`: its place belongs to something else, which must not be overwritten. */
export interface Existing {
  readonly state: 'absent' | 'present' | 'taken';
  /** The name that the tenant has it under, where that is another one. */
  readonly otherName?: string | undefined;
}

/** How a tenant is asked what it has of an object. */
export interface Lookup {
  /** After `/v2/admin/`, encoded: of the object itself, whose absence is a 404, or of a list. */
  readonly path: string;
  readonly isList: boolean;
  /** Reads the objects of the answer, one or none where it is no list; undefined where they are not as agreed. */
  readonly read: (objects: readonly unknown[]) => Existing | undefined;
}

/** What is kept of an object, and may be shown: its name and what else tells it from others, never a credential. */
export interface KeptObject {
  readonly name: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** What may be remembered of a Docker registry secret in each tenant. */
export interface KnownSecret {
  readonly name: string;
  readonly registries: readonly KnownRegistry[];
  readonly expiresAt: string | undefined;
}

/** One object as it is to be, or no longer to be, in each tenant. The calls hold its credential: memory only. */
export interface RolloutOrder extends KeptObject {
  readonly lookup: Lookup;
  /** Absent where it is to be removed. */
  readonly write?: {
    readonly create: AdminCall;
    /** `name` is the one that the tenant has it under. */
    readonly update: (name: string) => AdminCall;
  };
  readonly remove: AdminCall;
  readonly remembers?: KnownSecret;
}

/** A kind of object that can be rolled out to many tenants and removed from them. */
export interface RolloutKind {
  /** As the admin API names it: rights and quota go by it. */
  readonly resource: TenantResource;
  /** The page of a tenant that lists them. */
  readonly page: `/$tenant/${string}`;
  readonly removal: (kept: KeptObject) => RolloutOrder;
}
