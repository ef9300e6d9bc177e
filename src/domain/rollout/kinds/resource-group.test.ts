import { expect, test } from 'vitest';
import { resourceGroup } from './resource-group.ts';

const label = { key: 'ext.ai.sap.com/document-grounding', value: 'true' };
const internal = { key: 'ai.sap.com/tenant', value: 'id-1' };
const order = resourceGroup.order({ name: 'team-a', labels: [label] });

test.each([
  [
    [{ resourceGroupId: 'team-a', status: 'PROVISIONED' }],
    'present',
    { state: 'settled', says: 'PROVISIONED' },
  ],
  [[{ resourceGroupId: 'team-a', status: 'PROVISIONING' }], 'present', { state: 'settling' }],
  [[{ resourceGroupId: 'team-a', status: 'ERROR' }], 'present', { state: 'broken', says: 'ERROR' }],
  [[], 'absent', { state: 'absent', says: '' }],
])('a tenant with %j', (groups, state, proof) => {
  expect(order.lookup).toMatchObject({ path: 'resourceGroups/team-a', isList: false });
  expect(order.lookup.read(groups)?.state).toBe(state);
  expect(order.proof.read(groups)).toMatchObject(proof);
});

test('the requests: a creation would overwrite, and the answer to a change may be empty', () => {
  expect(order.write).toMatchObject({
    create: { method: 'POST', path: 'resourceGroups', body: { resourceGroupId: 'team-a', labels: [label] } },
    createOverwrites: true,
  });
  expect(order.write?.update('team-a')).toEqual({
    method: 'PATCH',
    path: 'resourceGroups/team-a',
    body: { labels: [label] },
    mayAnswerNothing: true,
  });
});

test('another tenant gets the labels that a customer sets, and none of AI Core’s own', () => {
  const [kept] =
    resourceGroup.lists()[0]?.read([{ resourceGroupId: 'team-a', labels: [internal, label] }]) ?? [];
  expect(kept && resourceGroup.copy(kept).write?.create).toEqual(order.write?.create);
  expect(kept && resourceGroup.shownFacts(kept)).toEqual(['document-grounding=true']);
});
