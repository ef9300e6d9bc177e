import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { z } from 'zod';
import { chart, Helm } from './helm.ts';
import { findFaults, readResource, type Resource } from './kubernetes.ts';

const golden = 'deploy/helm/golden';
const helm = new Helm();
afterAll(() => rmSync(helm.folder, { recursive: true }));

const sets = readdirSync(golden)
  .filter((file) => file.endsWith('.values.yaml'))
  .map((file) => file.replace('.values.yaml', ''));

function render(set: string): string {
  const { ok, output } = helm.render(path.join(golden, `${set}.values.yaml`));
  if (!ok) throw new Error(output);
  return output;
}

function readResources(rendered: string): Resource[] {
  return parseAllDocuments(rendered)
    .map((document): unknown => document.toJS())
    .filter((document) => document !== null)
    .map((document) => readResource(document));
}

function find(set: string, kind: string): Resource | undefined {
  return readResources(render(set)).find((resource) => resource.kind === kind);
}

test('there are six sets of values, and helm finds nothing wrong with the chart', () => {
  expect(sets).toHaveLength(6);
  expect(
    helm.run('lint', '--strict', chart, '--values', path.join(golden, 'oidc-ingress.values.yaml')).output,
  ).toContain('0 chart(s) failed');
});

describe.each(sets)('with the values of %s', (set) => {
  test('the chart renders the reviewed output', async () => {
    await expect(render(set)).toMatchFileSnapshot(path.resolve(golden, `${set}.yaml`));
  });
});

test('Kubernetes knows every kind and every field, and finds nothing wrong', async () => {
  const all = sets.flatMap((set) => readResources(render(set)));
  expect(await findFaults(all)).toEqual([]);
});

test('an unknown field and a missing one are found', async () => {
  const deployment = find('oidc-ingress', 'Deployment');
  const misspelt = readResource({
    ...deployment,
    spec: { ...z.record(z.string(), z.unknown()).parse(deployment?.['spec']), replica: 2 },
  });
  const empty = readResource({ ...deployment, spec: { replicas: 2 } });
  expect((await findFaults([misspelt])).join('\n')).toContain('"replica"');
  expect((await findFaults([empty])).join('\n')).toContain('selector');
});

test('kubectl reads all of Kubernetes’ own resources, and finds a value of a wrong type', () => {
  const own = sets
    .flatMap((set) => readResources(render(set)))
    .filter(({ apiVersion }) => /^(?:v1|[^.]+\/.*|.*\.k8s\.io\/.*)$/.test(apiVersion));
  expect(new Set(own.map(({ kind }) => kind)).size).toBe(8);
  expect(helm.readByKubectl(own)).toBe('');
  const wrong = own.map((one) => (one.kind === 'Service' ? { ...one, spec: { ports: 'eighty' } } : one));
  expect(helm.readByKubectl(wrong)).toContain('ServiceSpec.spec.ports');
});

const refusals = z
  .array(z.object({ says: z.string(), values: z.record(z.string(), z.unknown()) }))
  .parse(parse(readFileSync('deploy/helm/refused.yaml', 'utf8')));

test.each(refusals)('values are refused, with words about $says', ({ says, values }) => {
  const file = path.join(helm.folder, 'refused.values.yaml');
  writeFileSync(file, stringify(values));
  const { ok, output } = helm.render(path.join(golden, 'oidc-ingress.values.yaml'), file);
  expect(ok).toBe(false);
  expect(output).toContain(says);
});

const podSchema = z.object({
  spec: z.object({
    template: z.object({
      spec: z.object({
        automountServiceAccountToken: z.boolean(),
        securityContext: z.unknown(),
        terminationGracePeriodSeconds: z.number(),
        containers: z.array(
          z.object({
            securityContext: z.unknown(),
            env: z.array(z.object({ name: z.string(), value: z.string() })),
          }),
        ),
      }),
    }),
  }),
});

test.each(sets)('what runs with the values of %s may do little, and holds no secret in a variable', (set) => {
  const { spec } = podSchema.parse(find(set, 'Deployment')).spec.template;
  expect(spec).toMatchObject({
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 40,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  });
  const [container] = spec.containers;
  expect(container?.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  const secrets = container?.env.filter(({ name }) => /SECRET|SERVICE_KEY|DATABASE_URL/.test(name)) ?? [];
  expect(secrets.filter(({ value }) => !value.startsWith('/'))).toEqual([]);
});
