import { z } from 'zod';
import { invalidRequest } from '../failures/sap-error.ts';

/** Accepts the same names as the API's own expression: DNS labels separated by dots. */
const nameSchema = z
  .string()
  .max(233, 'has more than 233 characters')
  .regex(
    /^(?!.*(?:\.\.|\.-|-\.))[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/,
    'does not match the pattern of an object store name',
  );

const flagSchema = z.enum(['0', '1'], 'is neither 0 nor 1').optional();

const bodySchema = z.object({
  name: nameSchema,
  type: z.string(),
  bucket: z.string().optional(),
  endpoint: z.string().optional(),
  region: z.string().optional(),
  pathPrefix: z.string().optional(),
  verifyssl: flagSchema,
  usehttps: flagSchema,
  data: z.record(z.string(), z.string('is not a string')),
});

/** The body of POST and PATCH. */
export type ObjectStoreBody = z.infer<typeof bodySchema>;

/** What SAP documents as required in `data`, by type in lowercase. */
const requiredData: Readonly<Record<string, readonly string[]>> = {
  s3: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  oss: ['BUCKET', 'ENDPOINT', 'REGION', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'],
  webhdfs: ['HDFS_NAMENODE', 'TLS_CERT', 'TLS_KEY', 'HEADERS'],
  azure: ['CONTAINER_URI', 'STORAGE_ACCESS_KEY'],
  gcs: ['BUCKET', 'PRIVATE_KEY'],
};

/** Body of POST objectStoreSecrets and PATCH objectStoreSecrets/{name}, with what its type requires. */
export const objectStoreBodySchema = bodySchema.superRefine(({ type, bucket, data }, context) => {
  const required = requiredData[type.toLowerCase()];
  const miss = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (!required) return miss(['type'], 'is not one of S3, oss, webhdfs, azure and gcs');
  if (type.toLowerCase() === 's3' && !bucket) miss(['bucket'], 'is missing');
  for (const key of required) if (data[key] === undefined) miss(['data', key], 'is missing');
  return undefined;
});

/** Path parameters of the calls that name an object store; they accept more names than can be created. */
export const objectStorePathSchema = z.object({
  name: z.string().regex(/^[a-zA-Z0-9._-]+$/, 'does not match the pattern of an object store name'),
});

/** The id in an AI-Resource-Group header; `default` without one. */
export function readResourceGroupHeader(header: string | string[] | undefined): string {
  if (header === undefined) return 'default';
  if (typeof header === 'string' && /^[a-zA-Z0-9][a-zA-Z0-9.-]{1,251}[a-zA-Z0-9]$/.test(header))
    return header;
  throw invalidRequest('The header AI-Resource-Group holds no resource group id.');
}

/** What the API shows of an object store: nothing that could open it. */
export function describeObjectStore({
  type,
  data,
  ...body
}: ObjectStoreBody): Readonly<Record<string, string>> {
  const { usehttps = '1', verifyssl } = body;
  const bucket = body.bucket ?? data['BUCKET'];
  const endpoint = body.endpoint ?? data['ENDPOINT'];
  const region = body.region ?? data['REGION'];
  const told = {
    'storage.ai.sap.com/type': type,
    'storage.ai.sap.com/bucket': bucket,
    'storage.ai.sap.com/endpoint': endpoint,
    'storage.ai.sap.com/region': region,
    'storage.ai.sap.com/pathPrefix': body.pathPrefix,
    'storage.ai.sap.com/hdfsNameNode': data['HDFS_NAMENODE'],
    'storage.ai.sap.com/headers': data['HEADERS'],
    'storage.ai.sap.com/containerUri': data['CONTAINER_URI'],
    'storage.ai.sap.com/subscriptionId': data['SUBSCRIPTION_ID'],
    'storage.ai.sap.com/tenantId': data['TENANT_ID'],
    ...(type.toLowerCase() === 's3' && {
      'serving.kubeflow.org/s3-usehttps': usehttps,
      'serving.kubeflow.org/s3-verifyssl': verifyssl,
      'serving.kubeflow.org/s3-endpoint': endpoint,
      'serving.kubeflow.org/s3-region': region,
    }),
  };
  return Object.fromEntries(
    Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
