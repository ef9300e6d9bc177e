/** Stable slug of a registry product; texts and stored data are keyed by it. */
export type RegistryProviderId =
  | 'docker-hub'
  | 'ghcr'
  | 'gitlab'
  | 'quay'
  | 'ecr'
  | 'ecr-public'
  | 'artifact-registry'
  | 'acr'
  | 'harbor'
  | 'artifactory'
  | 'sap'
  | 'sap-rbsc'
  | 'redhat'
  | 'ngc'
  | 'ibm'
  | 'digitalocean'
  | 'scaleway'
  | 'oracle'
  | 'alibaba'
  | 'other';

/** One part of a host that the user has to supply. `pattern` is the source of an unanchored expression. */
export interface HostParameter {
  readonly id: string;
  readonly example: string;
  readonly pattern: string;
  readonly required: boolean;
}

/** A template part that follows from another parameter, by the first prefix that fits. */
export interface DerivedHostPart {
  readonly from: string;
  readonly byPrefix: readonly { readonly prefix: string; readonly value: string }[];
  readonly otherwise: string;
}

/** How the key of `auths` is made: always the same, from parameters in braces, or the user's own host. */
type ProviderHost =
  | { readonly kind: 'fixed'; readonly value: string }
  | {
      readonly kind: 'template';
      readonly template: string;
      readonly derived?: Readonly<Record<string, DerivedHostPart>>;
    }
  | { readonly kind: 'own'; readonly example: string };

export interface ProviderUsername {
  /** The literal that every user of this kind of token types. */
  readonly fixed?: string;
  readonly example?: string;
  /** How every such username begins. */
  readonly prefix?: string;
  /** The token itself is the username too. */
  readonly sameAsToken?: true;
}

export interface ProviderToken {
  /** The registry's own term for it. */
  readonly word: string;
  /** `long`: until revoked; `dated`: until an end date chosen by its owner; `hours`: see `hours`. */
  readonly life: 'long' | 'dated' | 'hours';
  readonly hours?: number;
  readonly multiline?: true;
  /** The vendor's command that prints it. */
  readonly command?: string;
}

export interface RegistryProvider {
  readonly id: RegistryProviderId;
  /** The product's proper name; empty for `other`, whose name is a text. */
  readonly name: string;
  /** Its two letters in a list, where the first of a host are not meant. */
  readonly mark?: string;
  readonly host: ProviderHost;
  readonly hostParameters?: readonly HostParameter[];
  /** Hosts, or with a leading dot host suffixes, by which a typed host is recognised. */
  readonly recognisedBy: readonly string[];
  /** Host labels (`gitlab` in `gitlab.example.com`) that suggest this product on a host of one's own. */
  readonly recognisedByLabel?: readonly string[];
  readonly username: ProviderUsername;
  /** The kind of token that suits a stored pull secret best. */
  readonly token: ProviderToken;
  readonly alternatives?: readonly { readonly username: ProviderUsername; readonly token: ProviderToken }[];
  readonly docsUrl?: string;
  /** False where its facts are not certain enough to be stated without "check this with your registry". */
  readonly isConfirmed?: boolean;
}
