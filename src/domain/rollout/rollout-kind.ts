import type { ApplicationProblem } from '../application/application-problem.ts';
import type { TenantResource } from '../connection/access.ts';
import type { KnownRegistry } from '../registry/known-registry.ts';

/** A place of a tenant's admin API: the path begins after `/v2/admin/` and is encoded. */
interface AdminPlace {
  readonly path: string;
  /** In which resource group, or how far it reaches. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A write to the admin API of one tenant. */
export interface AdminCall extends AdminPlace {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  /** A good answer may be empty. */
  readonly mayAnswerNothing?: boolean;
}

/** A question to a tenant, and what follows from its answer. */
export interface Lookup<T> extends AdminPlace {
  /** Whether it is a list, or the object itself, whose absence is a 404. */
  readonly isList: boolean;
  /** Reads the objects of the answer, one or none where it is no list; undefined where they are not as agreed. */
  readonly read: (objects: readonly unknown[]) => T | undefined;
}

/** What a tenant has of an object. `taken`: its place belongs to something else, which must not be overwritten. */
export interface Existing {
  readonly state: 'absent' | 'present' | 'taken';
  /** The name that the tenant has it under, where that is another one. */
  readonly otherName?: string | undefined;
  /** It is there, but not as it is to be, as far as that can be told. */
  readonly differs?: boolean | undefined;
}

/**
 * How far AI Core has come with an object: `settled` is as good as it can tell, `broken` needs somebody to see to it,
 * `absent` is not there.
 */
export interface Proof {
  readonly state: 'settled' | 'settling' | 'broken' | 'absent';
  /** In AI Core's own words; empty where it has none. */
  readonly says: string;
  /** Why an application does not synchronise, where that is known. */
  readonly problem?: ApplicationProblem;
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

/** The requests that make a tenant have an object. */
export interface OrderWrites {
  readonly create: AdminCall;
  /** A creation overwrites what is there, so that the tenant is asked right before it. */
  readonly createOverwrites?: boolean;
  /** `name` is the one that the tenant has it under. */
  readonly update: (name: string) => AdminCall;
}

/** What a write says besides its credential and its place, as a second person reads it. */
export interface WrittenContent {
  readonly registries?: readonly KnownRegistry[] | undefined;
  /** Of a Git repository, with the username beside it. */
  readonly url?: string | undefined;
  readonly username?: string | undefined;
  /** What an application reads of its repository. */
  readonly revision?: string | undefined;
  readonly path?: string | undefined;
  /** What a generic secret has values for. */
  readonly keys?: readonly string[] | undefined;
  /** The type of an object store, and where it is; or the labels of a resource group. */
  readonly storage?: string | undefined;
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

/** One object as it is to be, or no longer to be, in each tenant. The calls hold its credential: memory only. */
export interface RolloutOrder extends KeptObject {
  readonly lookup: Lookup<Existing>;
  /** What shows how far AI Core has come with it, and how that is read. */
  readonly proof: Lookup<Proof>;
  /** Absent where it is to be removed. */
  readonly write?: OrderWrites;
  /** What the writes say, the credential left out; nothing where it is to be removed. */
  readonly says: WrittenContent;
  /**
   * How a tenant spells what it needs, where AI Core compares that letter by letter: empty where the tenant does not
   * have it. The writes then use that spelling.
   */
  readonly spelling?: {
    readonly lookup: Lookup<string>;
    readonly write: (spelling: string) => OrderWrites;
  };
  readonly remove: AdminCall;
  readonly remembers?: KnownSecret;
  /** What it is for others, and what others it needs in the same tenant; a word that both know. */
  readonly provides?: string;
  readonly needs?: string;
}

/** A kind of object that can be rolled out to many tenants and removed from them. */
export interface RolloutKind {
  /** As the admin API names it: rights and quota go by it. */
  readonly resource: TenantResource;
  readonly hasQuota: boolean;
  /** The page of a tenant that lists them, and its form for a new one. */
  readonly page: `/$tenant/${string}`;
  readonly newPage: `/$tenant/${string}/new`;
  readonly removal: (kept: KeptObject) => RolloutOrder;
  /** What a tenant has of it, which has these resource groups; they count where it is held in one. */
  readonly lists: (resourceGroups: readonly string[]) => readonly Lookup<readonly KeptObject[]>[];
  /** The proof of an object is asked for by itself: what the lists say of it is not enough. */
  readonly proofIsApart?: boolean;
  /** Where in a tenant it is held, as its facts say: in a resource group, or as far as a scope reaches. */
  readonly heldIn?: 'group' | 'scope';
  /** What of its facts tells it from others at a glance, where that is not all of them. */
  readonly shownFacts?: (kept: KeptObject) => readonly string[];
  /** The order that makes another tenant have the same; absent where a credential is needed for that. */
  readonly copy?: (kept: KeptObject) => RolloutOrder;
}
