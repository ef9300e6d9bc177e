import { dockerHubHost, dockerHubKey } from '../registry/docker-hub.ts';
import { dockerHubRegistry, parseImageReference } from './image-reference.ts';
import type { ImageReference } from './image-reference.ts';
import { listAuths, matchImage, secretProblems } from './keyring.ts';
import { decodeEntry, knativeFields } from './pull-credential.ts';
import { matchRegistryKeys, parseRegistryKey, parseRegistryKeys } from './registry-key.ts';

/** What Knative does with a secret when it resolves an image's tag to a digest. */
export type KnativeLookup =
  /** Knative uses only this entry, even if several match. */
  | {
      readonly kind: 'credential';
      readonly key: string;
      readonly username: string;
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'anonymous' }
  /** The image is given by digest, so nothing is looked up. */
  | { readonly kind: 'not-needed' }
  /** The revision fails because of these keys; if there are none, because `auths` is not an object. */
  | {
      readonly kind: 'secret-fails';
      readonly unparsableKeys: readonly string[];
      readonly badEntries: readonly string[];
    }
  | { readonly kind: 'invalid-image' };

/** Why an image that runs in a Workflow may fail in a Serving deployment, or the other way round. */
export type MatcherDifference =
  /** Knative knows Docker Hub only as `index.docker.io`; `suggestion` is the key that works for both. */
  | { readonly code: 'docker-io-key'; readonly keys: readonly string[]; readonly suggestion: string }
  /** Kubernetes skips these keys; Knative rejects the whole secret. */
  | { readonly code: 'unparsable-key'; readonly keys: readonly string[] }
  /** Knative decodes fields that Kubernetes ignores, and rejects the whole secret. */
  | { readonly code: 'entry-fails-knative'; readonly keys: readonly string[] }
  /** Kubernetes also tries the ignored keys if the first one is refused. */
  | { readonly code: 'first-only'; readonly used: string; readonly ignored: readonly string[] }
  | { readonly code: 'different-key'; readonly kubernetes: string; readonly knative: string }
  | { readonly code: 'only-kubernetes'; readonly keys: readonly string[] }
  | { readonly code: 'only-knative'; readonly key: string }
  /** Knative signs in with the entry's identity token; Kubernetes ignores it. */
  | { readonly code: 'identity-token'; readonly key: string };

/**
 * Who reads an image from its registry before the kubelet pulls it. Both use the same library: Knative resolves the
 * tags of Serving deployments, Argo looks up what a container without `command` starts.
 */
export type EarlyReader = 'knative' | 'argo';

/**
 * Finds the one credential that Knative would use to resolve an image's tag. Never throws.
 * Source: https://github.com/google/go-containerregistry/blob/main/pkg/authn/kubernetes/keychain.go
 */
export function lookUpForKnative(auths: unknown, image: string): KnativeLookup {
  const reference = parseImageReference(image);
  const imageName = reference.ok ? knativeImageName(reference) : undefined;
  if (!reference.ok || imageName === undefined) return { kind: 'invalid-image' };
  const listed = listAuths(auths);
  const unparsableKeys = [...listed.keys()].filter((key) => parseRegistryKey(key) === undefined);
  const badEntries = [...listed]
    .filter(([, entry]) => !decodeEntry(entry, knativeFields).ok)
    .map(([key]) => key);
  // The secret is read before the image is looked at, so a bad secret fails images with a digest too.
  const isNoObject = secretProblems(auths).some(({ code }) => code === 'auths-not-object');
  if (isNoObject || unparsableKeys.length + badEntries.length > 0) {
    return { kind: 'secret-fails', unparsableKeys, badEntries };
  }
  if (reference.digest !== undefined) return { kind: 'not-needed' };
  const [first] = matchKnativeKeys(listed, imageName);
  const decoded = first === undefined ? undefined : decodeEntry(listed.get(first), knativeFields);
  if (first === undefined || decoded?.ok !== true) return { kind: 'anonymous' };
  const { username, isEmpty, hasIdentityToken } = decoded.credential;
  return { kind: 'credential', key: first, username, isEmpty: isEmpty && !hasIdentityToken };
}

/**
 * How Kubernetes (which pulls the images) and an early reader would read a secret differently for an image. Empty if
 * they agree, if the image reference is invalid, and if Kubernetes drops the secret anyway.
 * Source for Argo: https://github.com/argoproj/argo-workflows/tree/main/workflow/controller/entrypoint
 */
export function matcherDifferences(
  auths: unknown,
  image: string,
  reader: EarlyReader = 'knative',
): MatcherDifference[] {
  const reference = parseImageReference(image);
  if (!reference.ok || secretProblems(auths).length > 0) return [];
  const lookup = lookUpForKnative(auths, image);
  if (lookup.kind === 'secret-fails') return failureDifferences(lookup);
  // Knative does not look up an image given by digest; Argo does.
  const isNotRead = lookup.kind === 'not-needed' && reader === 'knative';
  if (isNotRead || lookup.kind === 'invalid-image') return [];
  return keyDifferences(auths, image, reference);
}

function failureDifferences(failure: {
  readonly unparsableKeys: readonly string[];
  readonly badEntries: readonly string[];
}): MatcherDifference[] {
  const { unparsableKeys, badEntries } = failure;
  return [
    ...(unparsableKeys.length > 0 ? [{ code: 'unparsable-key', keys: unparsableKeys } as const] : []),
    ...(badEntries.length > 0 ? [{ code: 'entry-fails-knative', keys: badEntries } as const] : []),
  ];
}

function keyDifferences(auths: unknown, image: string, reference: ImageReference): MatcherDifference[] {
  const listed = listAuths(auths);
  const kubernetes = matchImage(auths, image);
  const knative = matchKnativeKeys(listed, knativeImageName(reference) ?? '');
  const lost = kubernetes.filter((key) => !knative.includes(key));
  const differences: MatcherDifference[] = [];
  if (lost.length > 0 && reference.registry === dockerHubRegistry) {
    differences.push({ code: 'docker-io-key', keys: lost, suggestion: dockerHubKey });
  } else if (lost.length > 0) {
    differences.push({ code: 'only-kubernetes', keys: lost });
  }
  const [tried, ...others] = kubernetes;
  const [used] = knative;
  if (used === undefined) return differences;
  if (tried === undefined) differences.push({ code: 'only-knative', key: used });
  else if (tried !== used) differences.push({ code: 'different-key', kubernetes: tried, knative: used });
  else if (others.length > 0) differences.push({ code: 'first-only', used, ignored: others });
  const decoded = decodeEntry(listed.get(used), knativeFields);
  if (decoded.ok && decoded.credential.hasIdentityToken)
    differences.push({ code: 'identity-token', key: used });
  return differences;
}

/** All matching keys, as typed; Knative uses the first. */
function matchKnativeKeys(auths: ReadonlyMap<string, unknown>, imageName: string): string[] {
  return matchRegistryKeys(parseRegistryKeys(auths.keys()), imageName).map(({ key }) => key);
}

/** The name by which Knative looks up an image; undefined for the few references that it cannot parse. */
function knativeImageName({ registry, repository }: ImageReference): string | undefined {
  if (registry === dockerHubRegistry) return `${dockerHubHost}/${repository}`;
  if (/[.:]/.test(registry)) return `${registry}/${repository}`;
  // Without a dot or port, the first component is a Docker Hub organisation, even if it is `localhost`.
  return registry.toLowerCase() === registry ? `${dockerHubHost}/${registry}/${repository}` : undefined;
}
