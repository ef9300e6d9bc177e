/** Stable id of a registry product; texts and stored data use it as a key. */
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

/** A part of a host that the user has to enter. `pattern` is the source of an unanchored regular expression. */
export interface HostParameter {
  readonly id: string;
  readonly example: string;
  readonly pattern: string;
  readonly required: boolean;
}

/** A part of a template that is derived from another parameter, by the first matching prefix. */
export interface DerivedHostPart {
  readonly from: string;
  readonly byPrefix: readonly { readonly prefix: string; readonly value: string }[];
  readonly otherwise: string;
}

/** The key of `auths`: a fixed one, a template with parameters in braces, or the user's own host. */
type ProviderHost =
  | { readonly kind: 'fixed'; readonly value: string }
  | {
      readonly kind: 'template';
      readonly template: string;
      readonly derived?: Readonly<Record<string, DerivedHostPart>>;
    }
  | { readonly kind: 'own'; readonly example: string };

export interface ProviderUsername {
  /** The username that every user of this kind of token enters. */
  readonly fixed?: string;
  readonly example?: string;
  /** The start of every such username. */
  readonly prefix?: string;
  /** The token itself is also the username. */
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
  /** The product's name; empty for `other`, whose name is translated. */
  readonly name: string;
  /** Its two letters in a list, if they are not the first two of the host. */
  readonly mark?: string;
  readonly host: ProviderHost;
  readonly hostParameters?: readonly HostParameter[];
  /** Hosts, or host suffixes with a leading dot, by which the product is recognised. */
  readonly recognisedBy: readonly string[];
  /** Host labels that suggest this product on a self-hosted host, such as `gitlab` in `gitlab.example.com`. */
  readonly recognisedByLabel?: readonly string[];
  readonly username: ProviderUsername;
  /** The kind of token that suits a stored pull secret best. */
  readonly token: ProviderToken;
  readonly alternatives?: readonly { readonly username: ProviderUsername; readonly token: ProviderToken }[];
  readonly docsUrl?: string;
  /** False if its facts are too uncertain to be shown without "check this with your registry". */
  readonly isConfirmed?: boolean;
}
