import { matchImage } from '../keyring/keyring.ts';
import { parseImageReference, type ImageReference } from '../keyring/image-reference.ts';
import { toAuths } from '../registry/known-registry.ts';
import { listTemplateImages } from '../template/images/images.ts';
import { readTemplate } from '../template/read/read-template.ts';

/** An image in the form in which a registry is asked for it. */
export interface PlannedImage {
  readonly repository: string;
  /** A tag or a digest. */
  readonly reference: string;
}

/** Images to check, read from what was typed or pasted. */
export interface ImagesToCheck {
  /** As typed, without duplicates. */
  readonly images: readonly string[];
  readonly fromTemplate: boolean;
  /** Texts that cannot be checked: not a valid image, or with an open placeholder. */
  readonly unreadable: readonly string[];
}

/** Which registry host to ask, and for which images. */
export interface CheckPlan {
  /** The host to ask. For a key with `*` it is taken from an image; undefined if none matches. */
  readonly host: string | undefined;
  readonly images: readonly PlannedImage[];
}

/** How many images are checked with one credential. */
const maxImages = 10;

/** Reads images from a template, or from words separated by white space. Never throws. */
export function readImages(text: string): ImagesToCheck {
  const ofTemplate = text.trim().includes('\n')
    ? listTemplateImages(readTemplate(text)).map(({ image, filledIn }) => filledIn ?? image)
    : [];
  const found = ofTemplate.length > 0 ? ofTemplate : text.split(/\s+/).filter((word) => word !== '');
  const images = [...new Set(found)];
  return {
    images: images.filter((image) => toPlanned(image) !== undefined),
    fromTemplate: ofTemplate.length > 0,
    unreadable: images.filter((image) => toPlanned(image) === undefined),
  };
}

/** Plans the check of each registry of a secret, in order. Images are assigned to keys as the kubelet would do it. */
export function planChecks(hosts: readonly string[], images: readonly string[]): CheckPlan[] {
  const auths = toAuths(hosts.map((host) => ({ host, username: 'any' })));
  const matches = images.map((image) => ({ image, keys: new Set(matchImage(auths, image)) }));
  return hosts.map((host) => {
    const own = matches.filter(({ keys }) => keys.has(host)).flatMap(({ image }) => toPlanned(image) ?? []);
    const asked = host.includes('*') ? own[0]?.registry : host;
    const planned = own.filter(({ registry }) => !host.includes('*') || registry === asked);
    return {
      host: asked,
      images: planned.slice(0, maxImages).map(({ repository, reference }) => ({ repository, reference })),
    };
  });
}

/** Images that no key of the secret covers. */
export function uncoveredImages(hosts: readonly string[], images: readonly string[]): string[] {
  const auths = toAuths(hosts.map((host) => ({ host, username: 'any' })));
  return images.filter((image) => matchImage(auths, image).length === 0);
}

/** The display name of a checked image: with `:` before a tag and `@` before a digest. */
export function plannedImageName({ repository, reference }: PlannedImage): string {
  return `${repository}${reference.includes(':') ? '@' : ':'}${reference}`;
}

function toPlanned(image: string): (PlannedImage & Pick<ImageReference, 'registry'>) | undefined {
  if (image.includes('{{')) return undefined;
  const parsed = parseImageReference(image);
  if (!parsed.ok) return undefined;
  const { registry, repository, digest, tag = 'latest' } = parsed;
  return { registry, repository, reference: digest ?? tag };
}
