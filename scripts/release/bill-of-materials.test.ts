import { expect, test } from 'vitest';
import { z } from 'zod';
import { writeBillOfMaterials } from './bill-of-materials.ts';

const development = { name: 'cdx:npm:package:development', value: 'true' };
const listed = (time: string, serial: string) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    serialNumber: `urn:uuid:${serial}`,
    metadata: { timestamp: time, component: { 'bom-ref': 'console@1.0.0', name: 'some-folder' } },
    components: [
      { 'bom-ref': 'fastify@5.0.0', name: 'fastify' },
      { 'bom-ref': 'react@19.0.0', name: 'react', scope: 'optional', properties: [development] },
      { 'bom-ref': 'vitest@4.0.0', name: 'vitest', scope: 'optional', properties: [development] },
    ],
    dependencies: [
      { ref: 'console@1.0.0', dependsOn: ['fastify@5.0.0', 'react@19.0.0', 'vitest@4.0.0'] },
      { ref: 'vitest@4.0.0', dependsOn: [] },
    ],
  });
const contents = { name: 'console', time: 1_790_000_000, bundled: new Set(['react@19.0.0']) };

const schema = z.object({
  serialNumber: z.string(),
  metadata: z.object({ timestamp: z.string(), component: z.object({ name: z.string() }) }),
  components: z.array(
    z.object({ name: z.string(), scope: z.string().optional(), properties: z.array(z.unknown()).optional() }),
  ),
  dependencies: z.unknown(),
});
const write = (time = '2026-11-28T10:00:00Z', serial = '1', changed: Partial<typeof contents> = {}) =>
  writeBillOfMaterials(listed(time, serial), { ...contents, ...changed });

const numberOf = (text: string) => schema.parse(JSON.parse(text)).serialNumber;

test('lists what runs and what was bundled, but no development tools', () => {
  const bill = schema.parse(JSON.parse(write()));
  expect(bill.components).toEqual([
    { name: 'fastify' },
    { name: 'react', scope: 'required', properties: [] },
  ]);
  expect(bill.dependencies).toEqual([{ ref: 'console@1.0.0', dependsOn: ['fastify@5.0.0', 'react@19.0.0'] }]);
  expect(bill.metadata).toEqual({ timestamp: '2026-09-21T14:13:20.000Z', component: { name: 'console' } });
});

test('is the same for the same contents, and has another serial number for others', () => {
  expect(write('2026-11-28T10:00:00Z', '1')).toBe(write('2026-11-29T11:11:11Z', '2'));
  expect(numberOf(write())).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  expect(numberOf(write(undefined, undefined, { time: 1 }))).not.toBe(numberOf(write()));
});

test('a bundled package that is not in the lock file stops the release', () => {
  expect(() => write(undefined, undefined, { bundled: new Set(['left-pad@1.0.0']) })).toThrow(
    'left-pad@1.0.0',
  );
});
