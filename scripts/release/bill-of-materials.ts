import { createHash } from 'node:crypto';
import { z } from 'zod';

const propertySchema = z.object({ name: z.string(), value: z.string() });
const componentSchema = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  scope: z.string().optional(),
  properties: z.array(propertySchema).optional(),
});
const billSchema = z.looseObject({
  metadata: z.looseObject({ component: componentSchema }),
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const developmentOnly = 'cdx:npm:package:development';

/** What the release is, and what is in it besides the packages that it names as its dependencies. */
export interface Contents {
  readonly name: string;
  /** The commit's, in seconds since 1970. */
  readonly time: number;
  /** Packages of which the build took something, as `name@version`. */
  readonly bundled: ReadonlySet<string>;
}

/**
 * What `npm sbom` lists of a lock file (CycloneDX, JSON) as the bill of materials of a release: tools of development
 * are left out, and what the build bundled is in it, whatever kind of dependency it is. The same contents give the same
 * text: npm writes the time and a random number, and calls the package by its folder.
 */
export function writeBillOfMaterials(listed: string, { name, time, bundled }: Contents): string {
  const bill = billSchema.parse(JSON.parse(listed));
  const shipped = bill.components
    .filter((component) => bundled.has(component['bom-ref']) || !isForDevelopment(component))
    .map((component) => (bundled.has(component['bom-ref']) ? markShipped(component) : component));
  const refs = new Set([bill.metadata.component['bom-ref'], ...shipped.map((one) => one['bom-ref'])]);
  const missing = [...bundled].filter((ref) => !refs.has(ref));
  if (missing.length > 0) throw new Error(`The lock file does not name ${missing.join(', ')}.`);
  const contents = {
    ...bill,
    serialNumber: '',
    metadata: {
      ...bill.metadata,
      timestamp: new Date(time * 1000).toISOString(),
      component: { ...bill.metadata.component, name },
    },
    components: shipped,
    dependencies: bill.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => refs.has(other)) })),
  };
  const serialNumber = `urn:uuid:${toUuid(JSON.stringify(contents))}`;
  return `${JSON.stringify({ ...contents, serialNumber }, undefined, 2)}\n`;
}

function isForDevelopment({ properties }: z.infer<typeof componentSchema>): boolean {
  return properties?.some(({ name, value }) => name === developmentOnly && value === 'true') ?? false;
}

function markShipped(component: z.infer<typeof componentSchema>) {
  const properties = component.properties?.filter(({ name }) => name !== developmentOnly) ?? [];
  return { ...component, scope: 'required', properties };
}

/** A UUID of version 8, which is one's own making, from a text. */
function toUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
