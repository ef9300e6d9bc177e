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

/** The name of the release, and what it contains besides its declared dependencies. */
export interface Contents {
  readonly name: string;
  /** The time of the commit, in seconds since 1970. */
  readonly time: number;
  /** Packages that were bundled at least in part, as `name@version`. */
  readonly bundled: ReadonlySet<string>;
}

/**
 * Turns the list that `npm sbom` makes of a lock file (CycloneDX, JSON) into the bill of materials of a release:
 * development tools are left out, and everything that the build bundled is included, whatever kind of dependency it is.
 * The same contents give the same text, whereas npm writes the time and a random number, and names the package after
 * its folder.
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

/** Derives a UUID of version 8, whose content is free to choose, from a text. */
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
