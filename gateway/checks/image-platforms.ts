import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import { redirectTarget, type CheckAnswer, type CheckSession } from './check-session.ts';
import type { ImageToCheck } from './contract.ts';

/** What a manifest may be; a registry that is not told gives the oldest form, or none. */
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

/** A manifest as it was read, and what its contents are asked for with. */
export interface ReadManifest {
  readonly base: URL;
  readonly image: ImageToCheck;
  readonly authorization: string | undefined;
  readonly manifest: CheckAnswer;
}

/**
 * What an image is built for, as `os/architecture`: of an index by its list, of a single image by its configuration.
 * Undefined where it does not say so within the limits of a check.
 */
export async function findPlatforms(
  session: CheckSession,
  { base, image, authorization, manifest }: ReadManifest,
): Promise<string[] | undefined> {
  const value = readJson(manifest);
  const index = indexSchema.safeParse(value);
  if (index.success) {
    const found = index.data.manifests.flatMap(({ platform }) => (platform ? describe(platform) : []));
    // Signatures and bills of material stand in the list too, built for nothing.
    return [...new Set(found)].filter((name) => name !== 'unknown/unknown');
  }
  const single = imageSchema.safeParse(value);
  if (!single.success) return undefined;
  const blob = new URL(`${image.repository}/blobs/${single.data.config.digest}`, base);
  const answer = await session.ask(blob, { headers: { ...(authorization && { authorization }) } });
  const elsewhere = redirectTarget(blob, answer);
  // Contents often lie in a store of another host, which is asked without the credential.
  const config = platformSchema.safeParse(readJson(elsewhere ? await session.ask(elsewhere) : answer));
  return config.success ? [describe(config.data)] : undefined;
}

function describe({ os, architecture }: z.infer<typeof platformSchema>): string {
  return `${os}/${architecture}`;
}

function readJson({ status, text, isCut }: CheckAnswer): unknown {
  return status === 200 && !isCut ? parseJson(text) : undefined;
}
