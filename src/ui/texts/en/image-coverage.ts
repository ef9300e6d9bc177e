import type { ImageProblem } from '../../../domain/keyring/image-reference.ts';
import type { SecretProblem } from '../../../domain/keyring/keyring.ts';
import type { EarlyReader, MatcherDifference } from '../../../domain/keyring/knative-keyring.ts';
import type { KeyDifference, NearestKey } from '../../../domain/keyring/nearest-key.ts';
import { formatList } from '../format.ts';

const list = (items: readonly string[]) => formatList(items.map((item) => `“${item}”`));

/** What keeps the nearest entry from matching. */
function difference(key: string, found: KeyDifference, registry: string): string {
  switch (found.code) {
    case 'scheme':
      return `“${key}” begins with ${found.scheme}://, which matches no image. Only https:// works.`;
    case 'unparsable-key':
      return `“${key}” is not a registry address and is ignored.`;
    case 'capitals':
      return `“${key}” differs from the image address in capital letters. Capitals count.`;
    case 'dead-docker-hub-spelling':
      return `“${key}” looks like Docker Hub, but Docker Hub images are not pulled with this spelling.`;
    case 'host':
      return `The closest entry is “${key}”, a different host than ${registry}.`;
    case 'path':
      return `“${key}” is only for images whose path begins with ${found.keyPath}. This image has ${found.imagePath}.`;
    case 'port':
      return `“${key}” has ${port(found.keyPort)}, the image has ${port(found.imagePort)}. They must be the same.`;
    case 'label-count':
      return `“${key}” has ${found.keyLabels} parts between its dots, the image’s registry has ${found.imageLabels}. “*” matches exactly one part.`;
  }
}

function port(value: string): string {
  return value === '' ? 'no port' : `port ${value}`;
}

function notCovered(registry: string, suggestion: string, nearest: NearestKey | undefined): string {
  if (!nearest) return `No entry matches. Add ${suggestion} to a secret.`;
  const why = difference(nearest.key, nearest.difference, registry);
  // A key with capitals would match, but is no spelling that anybody should register.
  return /[A-Z]/.test(registry)
    ? `${why} Write the image’s host in lowercase.`
    : `${why} This would match: ${suggestion}.`;
}

function invalid(problem: ImageProblem, part = ''): string {
  switch (problem) {
    case 'empty':
      return 'Enter an image address.';
    case 'placeholder':
      return 'It contains a {{…}} that is filled in later.';
    case 'unfilled':
      return `“${part}” is a placeholder. Replace it with the real value.`;
    case 'white-space':
      return 'Remove the spaces. An image address has none.';
    case 'scheme':
      return 'Remove everything up to “://”. An image address begins with the registry’s host.';
    case 'image-id':
      return 'This is an image ID, valid on one machine only. Enter the name, such as ghcr.io/team/app:1.0.';
    case 'bad-host':
      return `“${part}” is not a valid host. Correct the part before the first “/”.`;
    case 'capital-in-repository':
      return `“${part}” has capital letters, which a repository name cannot have. Use lowercase.`;
    case 'bad-component':
      return part === ''
        ? 'A part of the name is empty. Check for “//”, or a “/” at the start or end.'
        : `“${part}” cannot be part of a name. Use lowercase letters and digits, with “.”, “_” or “-” between them.`;
    case 'empty-tag':
      return 'The tag after “:” is missing. Enter one, or remove the “:”.';
    case 'bad-tag':
      return `“${part}” is not a valid tag. Use at most 128 letters, digits, “_”, “.” and “-”.`;
    case 'bad-digest':
      return `“${part}” is not a valid digest. A digest is sha256: and 64 digits or letters from a to f.`;
    case 'too-long':
      return 'Too long. An image name has at most 255 characters.';
  }
}

function secretProblem(problem: SecretProblem): string {
  switch (problem.code) {
    case 'auths-not-object':
      return '“auths” is not an object.';
    case 'entry-not-object':
      return `The entry of “${problem.key}” is not an object.`;
    case 'auth-not-base64':
      return `“auth” of “${problem.key}” is not base64.`;
    case 'auth-without-colon':
      return `“auth” of “${problem.key}” has no colon between username and password.`;
    case 'field-not-text':
      return `“${problem.field}” of “${problem.key}” is not text.`;
  }
}

/** Kubernetes pulls the image; before that, somebody else reads it, by rules of its own. */
function matcherDifference(found: MatcherDifference, reader: EarlyReader): string {
  const who = reader === 'argo' ? 'Argo' : 'Knative';
  const before =
    reader === 'argo'
      ? 'The container has no command, so Argo first reads the image to find one'
      : 'Knative looks up a ServingTemplate’s image first';
  const cure = reader === 'argo' ? ' Or add a command to the container.' : '';
  switch (found.code) {
    case 'docker-io-key':
      return `${before}, and ${who} does not use ${list(found.keys)} for Docker Hub. Use ${found.suggestion}, which works for both.${cure}`;
    case 'unparsable-key':
      return `${before}. ${list(found.keys)} cannot be read. Kubernetes ignores that, but ${who} then rejects the whole secret.${cure}`;
    case 'entry-fails-knative':
      return `${before}. The entry ${list(found.keys)} has a field that ${who} cannot read, so ${who} rejects the whole secret.${cure}`;
    case 'first-only':
      return `${before}. ${who} uses only “${found.used}” and never tries ${list(found.ignored)}. Make sure that “${found.used}” can pull this image.${cure}`;
    case 'different-key':
      return `${before}. ${who} uses “${found.knative}”, but Kubernetes tries “${found.kubernetes}” first. Both must be able to pull this image.${cure}`;
    case 'only-kubernetes':
      return `${before}, but without credentials: ${who} does not use ${list(found.keys)}.${cure}`;
    case 'only-knative':
      return `Only ${who} uses “${found.key}” for this image. Kubernetes, which pulls it, does not.`;
    case 'identity-token':
      return `The entry “${found.key}” has an identity token. ${who} uses it, Kubernetes ignores it.`;
  }
}

export const imageCoverage = {
  heading: 'Image check',
  field: 'Image to pull',
  fieldHint: 'As in a template, for example ghcr.io/team/app:1.0',
  noHost: 'Enter a registry host in the form first.',

  covered: 'Covered',
  coveredInPart: 'Partly covered',
  coveredButEmpty: 'Not covered',
  notCovered: 'Not covered',
  cannotTell: 'Could not tell',
  unfilled: 'Placeholder left',
  invalidImage: 'Not a valid image',
  badSecret: 'The secret is damaged',

  by: (key: string, username: string, secret: string | undefined) =>
    `${key}${username === '' ? '' : ` as ${username}`}${secret === undefined ? '' : `, in ${secret}`}`,
  coveredBy: (entries: readonly string[]) =>
    entries.length === 1
      ? `Pulled with ${entries[0] ?? ''}.`
      : `Tried in this order until one works: ${entries.join('; ')}.`,
  empty: (keys: readonly string[]) =>
    `${list(keys)} matches, but has no credentials. Only public images can be pulled.`,
  notCoveredWhy: notCovered,
  unknown: (secrets: readonly string[]) =>
    `No known entry matches, but the registries in ${list(secrets)} are not known.`,
  placeholder: 'The address contains a {{…}} that is filled in later, so its registry is not known yet.',
  invalid,
  secretProblem,
  matcherDifference,
};
