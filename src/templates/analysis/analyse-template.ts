import { checkSecretName } from '../../domain/pull-secret/secret-name.ts';
import { listTemplateImages, type TemplateImage } from '../../domain/template/images.ts';
import {
  addImagePullSecret,
  listImagePullSecrets,
  type TemplateDocument,
} from '../../domain/template/template.ts';
import type { TemplateProblem } from '../../domain/template/problem.ts';
import { diffRows, type DiffRow } from '../diff/diff-rows.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { findForImage, type ImageFinding } from './image-findings.ts';

export interface AnalysisRequest {
  readonly text: string;
  /** The secrets to put in. */
  readonly secretNames: readonly string[];
  /** What is known of the tenant's secrets, by name. */
  readonly known: ReadonlyMap<string, readonly KnownRegistry[]>;
}

export type ImageOfTemplate = TemplateImage & ImageFinding;

export interface TemplateAnalysis {
  /** The template with the secrets in it. */
  readonly text: string;
  readonly documents: readonly TemplateDocument[];
  readonly problem: TemplateProblem | null;
  readonly diff: readonly DiffRow[];
  readonly images: readonly ImageOfTemplate[];
  /** All secrets that pull these images: those that are chosen, and those that the templates name already. */
  readonly pullSecrets: readonly string[];
  /** Milliseconds that putting the secrets in has taken. */
  readonly patchMs: number;
}

/** All that the page shows of a template. Runs in the worker: a text of 1 MB keeps it busy for a moment. */
export function analyseTemplate({ text, secretNames, known }: AnalysisRequest): TemplateAnalysis {
  const start = performance.now();
  const patched = addImagePullSecret(text, secretNames);
  const patchMs = performance.now() - start;
  const secretsOf = new Map(
    listImagePullSecrets(text).map(({ index, secretNames: present }) => [
      index,
      // A name that is none is a placeholder, and gone once a secret is chosen.
      [...new Set([...present.filter((name) => checkSecretName(name) === undefined), ...secretNames])],
    ]),
  );
  const explained = new Map<string, ImageFinding>();
  const images = listTemplateImages(text).map((image) => {
    const names = secretsOf.get(image.documentIndex) ?? [];
    const isServing = image.kind === 'ServingTemplate';
    // A template of 1 MB holds thousands of images, most of them the same few.
    const key = [isServing, image.image, ...names].join('\n');
    const finding =
      explained.get(key) ??
      findForImage(
        image.image,
        names.map((name) => ({ name, registries: known.get(name) })),
        isServing,
      );
    explained.set(key, finding);
    return { ...image, ...finding };
  });
  return {
    ...patched,
    diff: diffRows(text, patched.text),
    images,
    pullSecrets: [...new Set(images.flatMap(({ documentIndex }) => secretsOf.get(documentIndex) ?? []))],
    patchMs,
  };
}
