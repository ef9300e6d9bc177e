import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const resourceSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});
export type Resource = z.infer<typeof resourceSchema>;

export function readResource(value: unknown): Resource {
  return resourceSchema.parse(value);
}

const packages = 'deploy/testing/node_modules';
const modelSchema = z.record(z.string(), z.custom<new (resource: Resource) => { validate(): void }>());

/** No package contains the schemas of Kyma and of SAP's service operator: these follow their documentation. */
const metadata = z.strictObject({ name: z.string(), labels: z.record(z.string(), z.string()) });
const ours: Record<string, z.ZodType> = {
  APIRule: z.strictObject({
    apiVersion: z.literal('gateway.kyma-project.io/v2'),
    kind: z.literal('APIRule'),
    metadata,
    spec: z.strictObject({
      gateway: z.string(),
      hosts: z.array(z.string()).length(1),
      service: z.strictObject({ name: z.string(), port: z.int() }),
      timeout: z.int().max(3900),
      rules: z.array(
        z.strictObject({ path: z.string(), methods: z.array(z.string()), noAuth: z.literal(true) }),
      ),
    }),
  }),
  ServiceBinding: z.strictObject({
    apiVersion: z.literal('services.cloud.sap.com/v1'),
    kind: z.literal('ServiceBinding'),
    metadata,
    spec: z.strictObject({ serviceInstanceName: z.string(), secretName: z.string(), secretKey: z.string() }),
  }),
};

/** The faults of resources, according to Kubernetes' own schemas and to the compiler, which knows all field names. */
export async function findFaults(resources: readonly Resource[]): Promise<string[]> {
  const known = resources.filter(({ kind }) => ours[kind] === undefined);
  const faults = resources
    .filter(({ kind }) => ours[kind] !== undefined)
    .flatMap(
      (one) =>
        ours[one.kind]?.safeParse(one).error?.issues.map(({ message }) => `${one.kind}: ${message}`) ?? [],
    );
  for (const one of known) faults.push(...(await validate(one)));
  return [...faults, ...compile(known)];
}

/** The folder with the models of an API version. */
function folderOf(apiVersion: string): string {
  const home = apiVersion.startsWith('monitoring.coreos.com/')
    ? '@kubernetes-models/prometheus-operator'
    : 'kubernetes-models';
  return path.resolve(packages, home, apiVersion);
}

async function validate(resource: Resource): Promise<string[]> {
  const models = modelSchema.parse(await import(path.join(folderOf(resource.apiVersion), 'index.js')));
  const Model = models[resource.kind];
  if (Model === undefined) return [`${resource.kind}: Kubernetes has no such kind`];
  try {
    new Model(resource).validate();
    return [];
  } catch (error) {
    return [`${resource.kind}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** A literal of a type may not have fields that the type lacks. */
function compile(resources: readonly Resource[]): string[] {
  const folder = mkdtempSync(path.resolve('deploy/testing', '.compiled-'));
  try {
    resources.forEach((one, index) => {
      const type = `import('${folderOf(one.apiVersion)}/index.js').I${one.kind}`;
      const text = `export const resource: ${type} = ${JSON.stringify(one)};\n`;
      writeFileSync(path.join(folder, `${one.kind}-${index}.ts`), text);
    });
    const options = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: 'esnext',
      moduleResolution: 'bundler',
    };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options }));
    const { stdout } = spawnSync('npx', ['tsc', '--pretty', 'false', '-p', folder], { encoding: 'utf8' });
    return stdout.split('\n').filter((line) => line.includes('error'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
