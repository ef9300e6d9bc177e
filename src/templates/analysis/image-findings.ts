import { parseImageReference } from '../../domain/keyring/image-reference.ts';
import { explainImage, type ImageExplanation } from '../../domain/keyring/keyring.ts';
import { toAuths, type KnownRegistry } from '../../domain/registry/known-registry.ts';
import { matcherDifferences, type MatcherDifference } from '../../domain/keyring/knative-keyring.ts';

export interface KnownSecret {
  readonly name: string;
  /** Undefined if it is not known what the secret holds. */
  readonly registries: readonly KnownRegistry[] | undefined;
}

/** A registry entry under the secret that it is in. */
export interface EntryHolder {
  readonly key: string;
  readonly secret: string;
  readonly username: string;
}

export interface ImageFinding {
  readonly explanation: ImageExplanation;
  /** Only asked where Knative reads the secret too: in ServingTemplates. */
  readonly differences: readonly MatcherDifference[];
  /** The matching entries with the secret that each is in, in the order tried. */
  readonly holders: readonly EntryHolder[];
  /** Secrets that might hold a matching entry, but nobody knows. */
  readonly unknownSecrets: readonly string[];
}

/**
 * Explains an image by all pull secrets of its pod together, as the kubelet does: it files the entries of all
 * of them in one keyring.
 */
export function findForImage(
  image: string,
  secrets: readonly KnownSecret[],
  isServing: boolean,
): ImageFinding {
  const auths = toAuths(secrets.flatMap(({ registries }) => registries ?? []));
  const explanation = explainImage(auths, image);
  const keys = explanation.kind === 'covered' ? explanation.entries.map(({ key }) => key) : [];
  return {
    explanation,
    differences: isServing && parseImageReference(image).ok ? matcherDifferences(auths, image) : [],
    holders: keys.flatMap((key) => holdersOf(key, secrets)),
    unknownSecrets: secrets.filter(({ registries }) => registries === undefined).map(({ name }) => name),
  };
}

function holdersOf(key: string, secrets: readonly KnownSecret[]): EntryHolder[] {
  return secrets.flatMap(({ name, registries = [] }) =>
    registries
      .filter(({ host }) => host === key)
      .map(({ username = '' }) => ({ key, secret: name, username })),
  );
}
