import type { ImageProblem } from '../../../domain/keyring/image-reference.ts';
import type { SecretProblem } from '../../../domain/keyring/keyring.ts';
import type { EarlyReader, MatcherDifference } from '../../../domain/keyring/knative-keyring.ts';
import type { KeyDifference, NearestKey } from '../../../domain/keyring/nearest-key.ts';

const listFormat = new Intl.ListFormat('en');
const list = (items: readonly string[]) => listFormat.format(items.map((item) => `“${item}”`));

/** What keeps the nearest entry from matching. */
function difference(key: string, found: KeyDifference, registry: string): string {
  switch (found.code) {
    case 'scheme':
      return `“${key}” begins with ${found.scheme}://, and with that no image matches. Only https:// may stand there.`;
    case 'unparsable-key':
      return `“${key}” cannot be read as the address of a registry and is skipped.`;
    case 'capitals':
      return `“${key}” differs from the image’s address in capital letters, and these count.`;
    case 'dead-docker-hub-spelling':
      return `“${key}” looks like Docker Hub, but no image is pulled by that spelling.`;
    case 'host':
      return `The nearest entry is “${key}”, another host than ${registry}.`;
    case 'path':
      return `“${key}” is only for images whose path begins with ${found.keyPath}; this one’s path is ${found.imagePath}.`;
    case 'port':
      return `“${key}” names ${port(found.keyPort)}, the image names ${port(found.imagePort)}. Both must be the same.`;
    case 'label-count':
      return `“${key}” has ${found.keyLabels} parts between its dots, the image’s registry has ${found.imageLabels}. “*” stands for exactly one part.`;
  }
}

function port(value: string): string {
  return value === '' ? 'no port' : `port ${value}`;
}

function notCovered(registry: string, suggestion: string, nearest: NearestKey | undefined): string {
  if (!nearest) return `There is no entry that could match. Put ${suggestion} into a secret.`;
  const why = difference(nearest.key, nearest.difference, registry);
  // A key with capitals would match, but is no spelling that anybody should register.
  return /[A-Z]/.test(registry)
    ? `${why} Write the image’s host in lowercase.`
    : `${why} What would match: ${suggestion}.`;
}

function invalid(problem: ImageProblem, part = ''): string {
  switch (problem) {
    case 'empty':
      return 'Type the address of an image.';
    case 'placeholder':
      return 'It holds a {{…}} that is filled in later.';
    case 'unfilled':
      return `“${part}” stands for something that you have to fill in. Replace it.`;
    case 'white-space':
      return 'Remove the white space: an image’s address has none.';
    case 'scheme':
      return 'Remove what stands before “://”, and that too: an image’s address begins with the registry’s host.';
    case 'image-id':
      return 'This is the id of an image on one machine. Write its name, such as ghcr.io/team/app:1.0.';
    case 'bad-host':
      return `“${part}” is no valid host. Correct the part before the first “/”.`;
    case 'capital-in-repository':
      return `“${part}” has capital letters, which a repository’s name must not have. Write it in lowercase.`;
    case 'bad-component':
      return part === ''
        ? 'A part of the name is empty. Look for “//”, or a “/” at the start or the end.'
        : `“${part}” is no valid part of a name: use lowercase letters and digits, with “.”, “_” or “-” between them.`;
    case 'empty-tag':
      return 'Nothing follows the last “:”. Write a tag there, or remove the “:”.';
    case 'bad-tag':
      return `“${part}” is no valid tag: use letters, digits, “_”, “.” and “-”, at most 128.`;
    case 'bad-digest':
      return `“${part}” is no valid digest. It reads sha256: and then 64 digits and letters from a to f.`;
    case 'too-long':
      return 'It is longer than an image’s name can be (255 characters).';
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
      : 'A ServingTemplate’s image is first looked up by Knative';
  const cure = reader === 'argo' ? ' Or give the container a command.' : '';
  switch (found.code) {
    case 'docker-io-key':
      return `${before}, and ${who} does not use ${list(found.keys)} for Docker Hub. Write ${found.suggestion}: it works for both.${cure}`;
    case 'unparsable-key':
      return `${before}. ${list(found.keys)} cannot be read: Kubernetes skips that, but ${who} gives up on the whole secret.${cure}`;
    case 'entry-fails-knative':
      return `${before}. The entry of ${list(found.keys)} has a field that ${who} cannot read, and the whole secret then fails.${cure}`;
    case 'first-only':
      return `${before}, and ${who} uses “${found.used}” only and never tries ${list(found.ignored)}. Make sure that “${found.used}” may pull this image.${cure}`;
    case 'different-key':
      return `${before}, and ${who} uses “${found.knative}”, where Kubernetes begins with “${found.kubernetes}”. Both must be able to pull this image.${cure}`;
    case 'only-kubernetes':
      return `${before}, and that without credentials: ${who} does not use ${list(found.keys)}.${cure}`;
    case 'only-knative':
      return `Only ${who} uses “${found.key}” for this image; Kubernetes, which pulls it, does not.`;
    case 'identity-token':
      return `The entry of “${found.key}” has an identity token. ${who} uses that, Kubernetes ignores it.`;
  }
}

export const imageCoverage = {
  heading: 'Image check',
  note: 'Type an image to see whether this secret will pull it.',
  field: 'Image to pull',
  fieldHint: 'As a template names it, for example ghcr.io/team/app:1.0',
  noHost: 'Type a registry host in the form first.',

  covered: 'Covered',
  coveredInPart: 'Covered in part',
  coveredButEmpty: 'Not covered',
  notCovered: 'Not covered',
  cannotTell: 'Cannot be told',
  unfilled: 'Not filled in',
  invalidImage: 'Not a valid image',
  badSecret: 'The secret is damaged',

  by: (key: string, username: string, secret: string | undefined) =>
    `${key}${username === '' ? '' : ` as ${username}`}${secret === undefined ? '' : `, in ${secret}`}`,
  coveredBy: (entries: readonly string[]) =>
    entries.length === 1
      ? `Pulled with ${entries[0] ?? ''}.`
      : `Tried in this order until one works: ${entries.join('; ')}.`,
  empty: (keys: readonly string[]) =>
    `${list(keys)} matches, but holds no credentials. The image is asked for without, which works for public images only.`,
  notCoveredWhy: notCovered,
  unknown: (secrets: readonly string[]) =>
    `No entry known here matches, but this browser does not know what ${list(secrets)} holds.`,
  placeholder:
    'The address holds a {{…}} that is filled in later, so nobody can say yet which registry it leads to.',
  invalid,
  secretProblem,
  matcherDifference,
};
