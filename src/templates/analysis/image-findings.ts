import { parseImageReference } from '../../domain/keyring/image-reference.ts';
import { explainImage, type ImageExplanation } from '../../domain/keyring/keyring.ts';
import { toAuths, type KnownRegistry } from '../../domain/registry/known-registry.ts';
import {
  type EarlyReader,
  matcherDifferences,
  type MatcherDifference,
} from '../../domain/keyring/knative-keyring.ts';

export interface KnownSecret {
  readonly name: string;
  /** Undefined if the content of the secret is unknown. */
  readonly registries: readonly KnownRegistry[] | undefined;
}

/** A registry entry with the secret that contains it. */
interface EntryHolder {
  readonly key: string;
  readonly secret: string;
  readonly username: string;
}

export interface ImageFinding {
  readonly explanation: ImageExplanation;
  /** Only computed where somebody reads the image before the kubelet. */
  readonly differences: readonly MatcherDifference[];
  /** The matching entries with their secrets, in the order tried. */
  readonly holders: readonly EntryHolder[];
  /** Secrets that might contain a matching entry, but their content is unknown. */
  readonly unknownSecrets: readonly string[];
}

export type FindForImage = (image: string, earlyReader: EarlyReader | undefined) => ImageFinding;

/**
 * Explains images by all pull secrets of their pod together, like the kubelet, which collects all entries in one
 * keyring. A template of 1 MB contains thousands of images, most of them identical.
 */
export function imageFinder(secrets: readonly KnownSecret[]): FindForImage {
  const auths = toAuths(secrets.flatMap(({ registries }) => registries ?? []));
  const unknownSecrets = secrets.filter(({ registries }) => registries === undefined).map(({ name }) => name);
  const known = new Map<string, ImageFinding>();
  return (image, earlyReader) => {
    const question = `${earlyReader ?? ''} ${image}`;
    const found = known.get(question) ?? {
      ...explain(auths, image, earlyReader, secrets),
      unknownSecrets,
    };
    known.set(question, found);
    return found;
  };
}

function explain(
  auths: Record<string, unknown>,
  image: string,
  earlyReader: EarlyReader | undefined,
  secrets: readonly KnownSecret[],
): Omit<ImageFinding, 'unknownSecrets'> {
  const explanation = explainImage(auths, image);
  const keys = explanation.kind === 'covered' ? explanation.entries.map(({ key }) => key) : [];
  const isRead = earlyReader !== undefined && parseImageReference(image).ok;
  return {
    explanation,
    differences: isRead ? matcherDifferences(auths, image, earlyReader) : [],
    holders: keys.flatMap((key) => holdersOf(key, secrets)),
  };
}

function holdersOf(key: string, secrets: readonly KnownSecret[]): EntryHolder[] {
  return secrets.flatMap(({ name, registries = [] }) =>
    registries
      .filter(({ host }) => host === key)
      .map(({ username = '' }) => ({ key, secret: name, username })),
  );
}
