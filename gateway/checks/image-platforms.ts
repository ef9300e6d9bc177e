import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { redirectTarget, type CheckAnswer, type CheckSession } from './check-session.ts';
import type { ImageToCheck } from './contract.ts';

/** The types a manifest may have; without them in `Accept` a registry returns the oldest one, or none. */
export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const word = z.string().regex(/^[a-z0-9._-]{1,32}$/i);
const platformSchema = z.object({ os: word, architecture: word });
const indexSchema = z.object({
  manifests: z.array(z.object({ platform: platformSchema.optional().catch(undefined) })),
});
const imageSchema = z.object({ config: z.object({ digest: z.string().regex(/^sha256:[a-f0-9]{64}$/) }) });

/** A manifest that was read, and what is needed to ask for its contents. */
export interface ReadManifest {
  readonly base: URL;
  readonly image: ImageToCheck;
  readonly authorization: string | undefined;
  readonly manifest: CheckAnswer;
}

/**
 * The platforms an image is built for, as `os/architecture`: from the list of an index, or from the configuration of a
 * single image. Undefined if they cannot be found within the limits of a check.
 */
export async function findPlatforms(
  session: CheckSession,
  { base, image, authorization, manifest }: ReadManifest,
): Promise<string[] | undefined> {
  const value = readJson(manifest);
  const index = indexSchema.safeParse(value);
  if (index.success) {
    const found = index.data.manifests.flatMap(({ platform }) => (platform ? describe(platform) : []));
    // Signatures and bills of material are in the list too, with an unknown platform.
    return [...new Set(found)].filter((name) => name !== 'unknown/unknown');
  }
  const single = imageSchema.safeParse(value);
  if (!single.success) return undefined;
  const blob = new URL(`${image.repository}/blobs/${single.data.config.digest}`, base);
  const answer = await session.ask(blob, { headers: { ...(authorization && { authorization }) } });
  const elsewhere = redirectTarget(blob, answer);
  // Contents are often stored on another host, which is asked without the credential.
  const config = platformSchema.safeParse(readJson(elsewhere ? await session.ask(elsewhere) : answer));
  return config.success ? [describe(config.data)] : undefined;
}

function describe({ os, architecture }: z.infer<typeof platformSchema>): string {
  return `${os}/${architecture}`;
}

function readJson({ status, text, isCut }: CheckAnswer): unknown {
  return status === 200 && !isCut ? parseJson(text) : undefined;
}
