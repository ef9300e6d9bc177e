import { expect, test } from 'vitest';
import { sendJson } from '../testing/fake-upstream.ts';
import { describeStores } from '../testing/test-stores.ts';
import { upstream } from '../testing/use-gateway.ts';
import type { SecretNote } from './note-row.ts';
import { inDays, useNotes } from './testing/use-notes.ts';

const token = 'ghp_0123456789abcdefghijABCDEFGHIJ456789';

describeStores('the memory of secrets', (openTestStore) => {
  const { opened, call, write, put, readNotes } = useNotes(openTestStore);

  test('knows who registered and rotated what, and nothing about deleted secrets', async () => {
    await write('POST', 'docker-hub');
    await write('PATCH', 'docker-hub', { user: 'Sofia' });
    await write('POST', 'gone');
    await write('DELETE', 'gone');
    upstream.answer = (_request, response) =>
      sendJson(response, 500, { error: { code: 'x', message: 'no', requestId: 'r' } });
    await write('POST', 'failed');
    await write('DELETE', 'docker-hub');
    expect(await readNotes()).toMatchObject([
      {
        name: 'docker-hub',
        registries: [{ host: 'ghcr.io', username: 'octo' }],
        registeredBy: 'Jo',
        rotatedBy: 'Sofia',
        version: 2,
      },
    ]);
  });

  test('keeps what editors enter, even about secrets made elsewhere; a rotation removes the old expiry', async () => {
    await put('elsewhere', {
      note: 'Of the vision team',
      expiresAt: '2027-03-31',
      registries: [{ host: 'quay.io' }],
    });
    expect(await readNotes()).toMatchObject([
      { name: 'elsewhere', note: 'Of the vision team', expiresAt: '2027-03-31', updatedBy: 'Jo' },
    ]);
    await write('PATCH', 'elsewhere');
    const [note] = await readNotes();
    expect([note?.note, note?.expiresAt]).toEqual(['Of the vision team', undefined]);
  });

  const end = async () => {
    const [note] = await readNotes();
    return [note?.expiresAt, note?.formerEnd];
  };

  test('distinguishes an expiry left open by a rotation from none, until somebody enters it', async () => {
    await write('POST', 'robot');
    await write('PATCH', 'robot');
    await put('robot', { expiresAt: null, ofWrite: true });
    expect(await end()).toEqual([undefined, undefined]);
    await put('robot', { expiresAt: '2027-03-31', ofWrite: true });
    // Rotated twice without an expiry, each time by a form that had none.
    await write('PATCH', 'robot');
    await put('robot', { expiresAt: null, ofWrite: true });
    await write('PATCH', 'robot');
    expect(await end()).toEqual([undefined, '2027-03-31']);
    await put('robot', { note: 'Asked Jo' });
    expect(await end()).toEqual([undefined, '2027-03-31']);
    await put('robot', { expiresAt: null });
    expect(await end()).toEqual([undefined, undefined]);
    // Undone.
    await put('robot', { expiresAt: null, formerEnd: '2027-03-31', ofWrite: true });
    expect(await end()).toEqual([undefined, '2027-03-31']);
    await put('robot', { expiresAt: '2027-06-30' });
    await write('PATCH', 'robot');
    await put('robot', { expiresAt: '2027-09-30' });
    expect(await end()).toEqual(['2027-09-30', undefined]);
    await write('PATCH', 'robot');
    await write('POST', 'robot');
    expect(await end()).toEqual([undefined, undefined]);
  });

  test('says who entered an expiry by hand, but not for one that came with the write', async () => {
    await write('POST', 'docker-hub');
    await put('docker-hub', { expiresAt: '2027-03-31', ofWrite: true });
    expect((await readNotes())[0]).not.toHaveProperty('detailsAt');
    await call({
      method: 'PUT',
      url: '/api/tenants/acme/secret-notes/docker-hub',
      body: { expiresAt: '2027-04-30' },
      user: 'Sofia',
    });
    const [note] = await readNotes();
    expect([note?.detailsBy, note?.registeredBy]).toEqual(['Sofia', 'Jo']);
    await write('POST', 'docker-hub');
    expect((await readNotes())[0]).not.toHaveProperty('detailsBy');
  });

  test('is read in one answer for all visible tenants', async () => {
    await put('a', { note: 'of acme' });
    await call({ method: 'PUT', url: '/api/tenants/globex/secret-notes/b', body: { note: 'of globex' } });
    const list = async (groups: string) =>
      (await call({ url: '/api/secret-notes', groups }))
        .json<{ notes: SecretNote[] }>()
        .notes.map(({ tenant, name }) => [tenant, name]);
    expect(await list('admins')).toEqual([
      ['acme', 'a'],
      ['globex', 'b'],
    ]);
    expect(await list('acme-auditors')).toEqual([['acme', 'a']]);
    expect(await list('nobodies')).toEqual([]);
  });

  test('refuses viewers, a token in a note, and overwriting an unseen change', async () => {
    for (const [method, name] of [
      ['PUT', '/a1'],
      ['DELETE', '/a1'],
      ['POST', ''],
    ] as const) {
      const url = `/api/tenants/acme/secret-notes${name}`;
      expect((await call({ method, url, body: { notes: [] }, groups: 'viewers' })).statusCode).toBe(403);
    }
    expect((await put('a1', { note: `the key is ${token}` })).json().error.code).toBe('NoteHoldsToken');
    expect((await put('a1', { expiresAt: 'soon' })).statusCode).toBe(400);
    expect((await put('a1', { note: 'no \0 text' })).statusCode).toBe(400);
    const nobodys = {
      method: 'PUT',
      url: '/api/tenants/nonsuch/secret-notes/a1',
      body: { note: 'x' },
    } as const;
    expect((await call(nobodys)).json().error.code).toBe('UnknownTenant');
    expect((await put('a1', { note: 'first', version: 0 })).statusCode).toBe(200);
    expect((await put('a1', { note: 'late', version: 0 })).json().error.code).toBe('NoteChanged');
    await put('a1', { registries: [{ host: 'ghcr.io', username: token }] });
    expect(await readNotes()).toMatchObject([{ note: 'first', registries: [{ host: 'ghcr.io' }] }]);
    expect(opened().dump().includes(token)).toBe(false);
  });

  test('takes over what a browser remembered, without changing what is known', async () => {
    await write('POST', 'known');
    const notes = ['known', 'old'].map((name) => ({
      name,
      registries: [{ host: 'old.example' }],
      registeredAt: '2025-01-01T00:00:00.000Z',
      expiresAt: '+062178-08-08T17:46:40.000Z',
    }));
    const answer = await call({ method: 'POST', url: '/api/tenants/acme/secret-notes', body: { notes } });
    expect(answer.json()).toEqual({ taken: 1 });
    expect((await readNotes()).map(({ name, registries }) => [name, registries[0]?.host])).toEqual([
      ['known', 'ghcr.io'],
      ['old', 'old.example'],
    ]);
  });

  test('limits the notes of a tenant so that others are not slowed down', async () => {
    const long = Array.from({ length: 200 }, (_, index) => ({
      host: `${'a'.repeat(300)}.r${index}.example`,
    }));
    expect((await put('long', { registries: long })).statusCode).toBe(400);
    const row = { tenant: 'acme', resource: 'dockerRegistrySecrets', registries: '[]', version: 1 };
    const rows = Array.from({ length: 999 }, (_, index) => ({ ...row, name: `n-${index}`, note: 'a' }));
    await opened()
      .store.db.insertInto('secretNotes')
      .values(rows.map((one) => ({ ...one, updatedAt: inDays(0) })))
      .execute();
    const notes = ['one', 'two'].map((name) => ({ name, registries: [] }));
    const url = '/api/tenants/acme/secret-notes';
    const taken = await call({ method: 'POST', url, body: { notes } });
    expect(taken.json()).toEqual({ taken: 1 });
    const more = await put('more', { note: 'a' });
    expect([more.statusCode, more.json<{ error: { message: string } }>().error.message]).toEqual([
      400,
      expect.stringContaining('1000 secrets'),
    ]);
    expect((await put('n-1', { note: 'b' })).statusCode).toBe(200);
  });
});
