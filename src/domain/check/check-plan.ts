import { matchImage } from '../keyring/keyring.ts';
import { parseImageReference, type ImageReference } from '../keyring/image-reference.ts';
import { toAuths } from '../registry/known-registry.ts';
import { listTemplateImages } from '../template/images/images.ts';
import { readTemplate } from '../template/read/read-template.ts';

/** An image as a registry is asked for it. */
export interface PlannedImage {
  readonly repository: string;
  /** A tag or a digest. */
  readonly reference: string;
}

/** Images to ask for, read from what was typed or pasted. */
export interface ImagesToCheck {
  /** As typed, each once. */
  readonly images: readonly string[];
  readonly fromTemplate: boolean;
  /** What is no image that can be asked for: misspelt, or with a placeholder left open. */
  readonly unreadable: readonly string[];
}

/** Where a registry is asked, and for which images. */
export interface CheckPlan {
  /** The host to ask: for a key with `*`, the one that an image names; undefined where none does. */
  readonly host: string | undefined;
  readonly images: readonly PlannedImage[];
}

/** How many images are asked for with one credential. */
const maxImages = 10;

/** Reads images from a template, or from lines of which each names one. Never throws. */
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

/** For each registry of a secret, in their order, what it is asked; by the kubelet's own choice of a key for an image. */
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

/** Images for which no key of the secret is used. */
export function uncoveredImages(hosts: readonly string[], images: readonly string[]): string[] {
  const auths = toAuths(hosts.map((host) => ({ host, username: 'any' })));
  return images.filter((image) => matchImage(auths, image).length === 0);
}

/** How an image is shown that was asked for: with `:` before a tag and `@` before a digest. */
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
