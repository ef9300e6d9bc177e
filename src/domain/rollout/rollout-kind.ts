import type { ApplicationProblem } from '../application/application-problem.ts';
import type { TenantResource } from '../connection/access.ts';
import type { KnownRegistry } from '../registry/known-registry.ts';

/** A place in a tenant's admin API: the path follows `/v2/admin/` and is encoded. */
interface AdminPlace {
  readonly path: string;
  /** The resource group, or the scope. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A write to the admin API of one tenant. */
export interface AdminCall extends AdminPlace {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** A successful answer may have an empty body. */
  readonly mayAnswerNothing?: boolean;
}

/** A request to a tenant, and how to read its answer. */
export interface Lookup<T> extends AdminPlace {
  /** Whether the answer is a list, or the object itself, which is a 404 if absent. */
  readonly isList: boolean;
  /**
   * Reads the objects of the answer (one or none if it is not a list); undefined if they do not have the expected form.
   */
  readonly read: (objects: readonly unknown[]) => T | undefined;
}

/** What a tenant has of an object. `taken`: something else is in its place and must not be overwritten. */
export interface Existing {
  readonly state: 'absent' | 'present' | 'taken';
  /** The name of the object in this tenant, if it has another one there. */
  readonly otherName?: string | undefined;
  /** It exists but is known to differ from what it should be. */
  readonly differs?: boolean | undefined;
}

/**
 * The state of an object in AI Core: `settled` is the best that AI Core reports, `broken` needs attention, `absent`
 * means that it does not exist.
 */
export interface Proof {
  readonly state: 'settled' | 'settling' | 'broken' | 'absent';
  /** The status in AI Core's own words; empty if there is none. */
  readonly says: string;
  /** Why an application does not synchronise, if known. */
  readonly problem?: ApplicationProblem;
}

/** What is kept of an object and may be shown: its name and what distinguishes it from others, never a credential. */
export interface KeptObject {
  readonly name: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** What may be remembered about a Docker registry secret in each tenant. */
export interface KnownSecret {
  readonly name: string;
  readonly registries: readonly KnownRegistry[];
  readonly expiresAt: string | undefined;
}

/** The requests that create or update an object in a tenant. */
export interface OrderWrites {
  readonly create: AdminCall;
  /** A creation would overwrite an existing object, so the tenant is asked right before it. */
  readonly createOverwrites?: boolean;
  /** `name` is the object's name in the tenant. */
  readonly update: (name: string) => AdminCall;
}

/** The content of a write without its credential and place, as a second person reviews it. */
export interface WrittenContent {
  readonly registries?: readonly KnownRegistry[] | undefined;
  /** For a Git repository, together with the username. */
  readonly url?: string | undefined;
  readonly username?: string | undefined;
  /** The part of its repository that an application reads. */
  readonly revision?: string | undefined;
  readonly path?: string | undefined;
  /** The keys of a generic secret. */
  readonly keys?: readonly string[] | undefined;
  /** The type and location of an object store, or the labels of a resource group. */
  readonly storage?: string | undefined;
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/** One object to be written to or removed from each tenant. The calls hold its credential, so they stay in memory. */
export interface RolloutOrder extends KeptObject {
  readonly lookup: Lookup<Existing>;
  /** How to ask AI Core for the object's state, and how to read the answer. */
  readonly proof: Lookup<Proof>;
  /** Absent for a removal. */
  readonly write?: OrderWrites;
  /** What is written, without the credential; empty for a removal. */
  readonly says: WrittenContent;
  /**
   * How a tenant spells the URL that the object refers to, which AI Core compares letter by letter; empty if the tenant
   * does not have it. The writes then use that spelling.
   */
  readonly spelling?: {
    readonly lookup: Lookup<string>;
    readonly write: (spelling: string) => OrderWrites;
  };
  readonly remove: AdminCall;
  readonly remembers?: KnownSecret;
  /** What the object provides to others, and what it needs from others in the same tenant, as matching strings. */
  readonly provides?: string;
  readonly needs?: string;
}

/** A kind of object that can be rolled out to many tenants and removed from them. */
export interface RolloutKind {
  /** Its name in the admin API; rights and quotas are assigned by it. */
  readonly resource: TenantResource;
  readonly hasQuota: boolean;
  /** The page of a tenant that lists these objects, and the form for a new one. */
  readonly page: `/$tenant/${string}`;
  readonly newPage: `/$tenant/${string}/new`;
  readonly removal: (kept: KeptObject) => RolloutOrder;
  /** Lists what a tenant has; the tenant's resource groups matter for a kind that is held in one. */
  readonly lists: (resourceGroups: readonly string[]) => readonly Lookup<readonly KeptObject[]>[];
  /** The proof needs a request of its own: the lists do not say enough. */
  readonly proofIsApart?: boolean;
  /** Where the objects are held in a tenant: in a resource group or in a scope, which their facts then contain. */
  readonly heldIn?: 'group' | 'scope';
  /** The facts to show for telling objects apart; all of them if absent. */
  readonly shownFacts?: (kept: KeptObject) => readonly string[];
  /** The order that copies the object to another tenant; absent if that needs a credential. */
  readonly copy?: (kept: KeptObject) => RolloutOrder;
}
