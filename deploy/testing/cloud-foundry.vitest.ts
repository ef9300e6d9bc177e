import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSapRole } from '../../gateway/access/sap-roles.ts';
import { roleNames } from '../../gateway/access/roles.ts';
import { allowedRoutes } from '../../gateway/forwarding/allow-list.ts';
import { parseConfig } from '../../gateway/settings/config.ts';

const folder = 'deploy/cloud-foundry';
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** The parts of the MTA specification that are used here; no package contains SAP's own schema. */
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const requirementSchema = z.strictObject({
  name: z.string(),
  group: z.literal('destinations').optional(),
  properties: values.optional(),
});
const mtaSchema = z.strictObject({
  '_schema-version': z.literal('3.3'),
  ID: z.string().regex(/^[\w.-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  description: z.string(),
  parameters: values,
  'build-parameters': z.strictObject({
    'before-all': z.array(z.strictObject({ builder: z.literal('custom'), commands: z.array(z.string()) })),
  }),
  modules: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(['nodejs', 'approuter.nodejs']),
      path: z.string(),
      'build-parameters': z.strictObject({ ignore: z.array(z.string()) }).optional(),
      parameters: values,
      properties: values,
      requires: z.array(requirementSchema),
      provides: z.array(z.strictObject({ name: z.string(), properties: values })).optional(),
    }),
  ),
  resources: z.array(
    z.strictObject({
      name: z.string(),
      type: z.enum(['org.cloudfoundry.managed-service', 'org.cloudfoundry.existing-service']),
      parameters: values,
    }),
  ),
});

describe.each([folder, `${folder}/without-gateway`])('%s/mta.yaml', (place) => {
  const mta = mtaSchema.parse(parse(readFileSync(path.join(place, 'mta.yaml'), 'utf8')));

  test('requires only what is provided, and names only files that exist', () => {
    const provided = new Set([
      ...mta.resources.map(({ name }) => name),
      ...mta.modules.flatMap(({ provides }) => provides?.map(({ name }) => name) ?? []),
    ]);
    const required = mta.modules.flatMap(({ requires }) => requires.map(({ name }) => name));
    expect(required.filter((name) => !provided.has(name))).toEqual([]);
    const files = mta.resources.flatMap(({ parameters }) => parameters['path'] ?? []);
    expect(files.filter((file) => !existsSync(path.join(place, String(file))))).toEqual([]);
  });

  test('fills every placeholder', () => {
    const text = readFileSync(path.join(place, 'mta.yaml'), 'utf8');
    const used = [...text.matchAll(/\$\{([\w-]+)\}/g)].map(([, name = '']) => name);
    const given = new Set(['org', 'space', 'default-url', 'default-domain', ...Object.keys(mta.parameters)]);
    expect(used.filter((name) => !given.has(name))).toEqual([]);
  });

  test('has this version', () => {
    expect(mta.version).toBe(version);
    const commands = mta['build-parameters']['before-all'].flatMap((step) => step.commands);
    const packages = commands.flatMap((command) => command.match(/[\w.-]+\.tgz/g) ?? []);
    expect(packages.every((name) => name === `aicore-registry-console-${version}.tgz`)).toBe(true);
  });
});

test('the gateway accepts the settings of Cloud Foundry', () => {
  const mta = mtaSchema.parse(parse(readFileSync(`${folder}/mta.yaml`, 'utf8')));
  const gateway = mta.modules.find(({ name }) => name === 'aicore-registry-gateway');
  const properties = JSON.stringify(gateway?.properties)
    .replaceAll('${console-host}', 'console')
    .replaceAll('${gateway-host}', 'gateway')
    .replaceAll('${default-domain}', 'cfapps.example.com');
  const xsuaa = {
    clientid: 'sb-console',
    xsappname: 'console!t1',
    url: 'https://a.example.com',
    uaadomain: 'example.com',
  };
  const env = z.record(z.string(), z.coerce.string()).parse(JSON.parse(properties));
  const config = parseConfig({
    ...env,
    PORT: '8080',
    VCAP_SERVICES: JSON.stringify({
      xsuaa: [{ credentials: xsuaa }],
      'postgresql-db': [{ credentials: { uri: 'postgres://db.example.com/console', sslrootcert: 'PEM' } }],
    }),
  });
  expect(config).toMatchObject({
    host: '0.0.0.0',
    signIn: { mode: 'xsuaa', signOutUrl: '/do/logout' },
    allowedOrigins: ['https://console.cfapps.example.com', 'https://gateway.cfapps.example.com'],
    store: { databaseUrl: 'postgres://db.example.com/console', databaseCertificates: 'PEM' },
  });
});

const require = createRequire(path.resolve('e2e/approuter/package.json'));
const validatorSchema = z.object({
  validateXsApp: z.custom<(app: unknown, destinations: Record<string, object>, folder: string) => void>(),
});
const validators = '@sap/approuter/lib/configuration/validators';
const { validateXsApp } = validatorSchema.parse(require(validators));

const routeSchema = z.looseObject({ destination: z.string().optional() });
type Route = z.infer<typeof routeSchema>;

describe.each([
  [folder, ['gateway']],
  [`${folder}/without-gateway/approuter`, ['aicore-acme-vision', 'aicore-acme-forecast']],
] as const)('%s/xs-app.json', (place, destinations) => {
  const known = Object.fromEntries(destinations.map((name) => [name, {}]));

  function check(change: (routes: Route[]) => void = () => undefined): void {
    const app = z
      .looseObject({ routes: z.array(routeSchema) })
      .parse(JSON.parse(readFileSync(path.join(place, 'xs-app.json'), 'utf8')));
    change(app.routes);
    // The build puts the console's files beside it.
    const work = mkdtempSync(path.join(tmpdir(), 'approuter-'));
    mkdirSync(path.join(work, 'console'));
    writeFileSync(path.join(work, 'console', 'index.html'), '');
    try {
      validateXsApp(app, known, work);
    } finally {
      rmSync(work, { recursive: true });
    }
  }

  test('is accepted by the approuter', () => {
    expect(() => check()).not.toThrow();
    expect(() => check(([first]) => Object.assign(first ?? {}, { destination: 'nowhere' }))).toThrow(
      /nowhere/,
    );
  });

  test('uses the same version of the approuter as the tests', () => {
    const schema = z.object({ dependencies: z.record(z.string(), z.string()) });
    const read = (file: string) => schema.parse(JSON.parse(readFileSync(file, 'utf8'))).dependencies;
    expect(read(path.join(place, 'package.json'))['@sap/approuter']).toBe(
      read('e2e/approuter/package.json')['@sap/approuter'],
    );
  });
});

const staticSchema = z.object({
  routes: z.array(
    z.object({
      source: z.string(),
      httpMethods: z.array(z.string()).optional(),
      destination: z.string().optional(),
    }),
  ),
});
const { routes: staticRoutes } = staticSchema.parse(
  JSON.parse(readFileSync(`${folder}/without-gateway/approuter/xs-app.json`, 'utf8')),
);

/** The destination of a call: the first route that matches. */
function findDestination(method: string, url: string): string | undefined {
  const isFit = ({ source, httpMethods }: (typeof staticRoutes)[number]) =>
    new RegExp(source).test(url) && httpMethods?.includes(method) !== false;
  return staticRoutes.find(isFit)?.destination;
}

const calls = Object.entries(allowedRoutes).flatMap(([pattern, { methods, query }]) =>
  methods.map((method) => [
    method,
    `${pattern.replace(':name', 'a.b_c-1')}${query.length > 0 ? '?$top=5' : ''}`,
  ]),
);
test.each(calls)('without a gateway the approuter passes %s %s on', (method = '', address = '') => {
  for (const tenant of ['acme-vision', 'acme-forecast'])
    expect(findDestination(method, `/aicore/${tenant}${address}`)).toBe(`aicore-${tenant}`);
});

test.each([
  '/v2/admin/mtlsCertificateSecrets',
  '/v2/lm/deployments',
  '/v2/admin/../lm/deployments',
  '/v2/admin/dockerRegistrySecrets/a/b',
  '/v2/admin/secrets/..',
  '/v2/admin/applications/a/delete',
])('without a gateway %s stays closed', (address) => {
  expect(findDestination('GET', `/aicore/acme-vision${address}`)).toBeUndefined();
});

const securitySchema = z.strictObject({
  xsappname: z.string(),
  'tenant-mode': z.literal('dedicated'),
  description: z.string(),
  scopes: z.array(z.strictObject({ name: z.string().startsWith('$XSAPPNAME.'), description: z.string() })),
  'role-templates': z.array(
    z.strictObject({ name: z.string(), description: z.string(), 'scope-references': z.array(z.string()) }),
  ),
  'role-collections': z.array(
    z.strictObject({
      name: z.string(),
      description: z.string(),
      'role-template-references': z.array(z.string()),
    }),
  ),
  'oauth2-configuration': z.strictObject({
    'redirect-uris': z.array(z.string()),
    'token-validity': z.int(),
    'refresh-token-validity': z.int(),
  }),
});

const isKnown = (name: string) => roleNames.some((role) => role === name) || readSapRole(name) !== undefined;

test('xs-security.json offers all roles of the gateway and no others', () => {
  const security = securitySchema.parse(JSON.parse(readFileSync(`${folder}/xs-security.json`, 'utf8')));
  const scopes = security.scopes.map(({ name }) => name.replace('$XSAPPNAME.', ''));
  expect(scopes.filter((name) => !isKnown(name))).toEqual([]);
  expect(scopes).toEqual(expect.arrayContaining([...roleNames]));
  const resources = scopes.map((name) => readSapRole(name)?.resource).filter((name) => name !== undefined);
  expect(new Set(resources).size).toBe(6);
  const referenced = security['role-templates'].flatMap((template) => template['scope-references']);
  expect(referenced.toSorted()).toEqual(security.scopes.map(({ name }) => name).toSorted());
  const templates = new Set(security['role-templates'].map(({ name }) => `$XSAPPNAME.${name}`));
  const collected = security['role-collections'].flatMap((one) => one['role-template-references']);
  expect(collected.filter((name) => !templates.has(name))).toEqual([]);
});
