import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fetchToken, sendRequest, startTestSimulator } from './testing/test-simulator.ts';

const main = fileURLToPath(new URL('../dist/server/simulator.js', import.meta.url));

const keySchema = z.object({
  clientid: z.string(),
  clientsecret: z.string(),
  url: z.string(),
  identityzone: z.string(),
  identityzoneid: z.string(),
  appname: z.string(),
  serviceurls: z.object({ AI_API_URL: z.string() }),
});

const children: ChildProcessWithoutNullStreams[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
  }
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true, force: true });
  }
});

function launch(args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [main, ...args]);
  children.push(child);
  return child;
}

async function firstLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  for await (const line of createInterface(child.stdout)) {
    return line;
  }
  return '';
}

async function runToEnd(args: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = launch(args);
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aicore-simulator-'));
  folders.push(folder);
  return folder;
}

describe('npm run simulator', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'says in one line how to use it, works, and stops at %s although a call hangs',
    async (signal) => {
      const child = launch([]);
      const stdout = text(child.stdout);
      const line = await firstLine(child);
      const [, origin = '', json = ''] =
        /^AI Core simulator with 3 tenants at (\S+), for the first one: export AICORE_SERVICE_KEY='(.+)'$/.exec(
          line,
        ) ?? [];
      const serviceKey = keySchema.parse(JSON.parse(json));
      expect([serviceKey.url, serviceKey.identityzone]).toEqual([origin, 'acme-vision']);

      const headers = {
        authorization: `Bearer ${await fetchToken({ tenantId: 'acme-vision', label: '', serviceKey })}`,
      };
      const secrets = `${origin}/v2/admin/dockerRegistrySecrets`;
      expect((await sendRequest(secrets, { headers })).status).toBe(200);
      const hanging = sendRequest(`${secrets}/hang`, { headers }).then(
        () => 'answered',
        () => 'broken',
      );
      await sendRequest(secrets, { headers });

      child.kill(signal);
      expect(await once(child, 'close')).toEqual([0, null]);
      expect(await hanging).toBe('broken');
      expect(await stdout).toBe(`${line}\n`);
    },
  );

  test('writes a key for each tenant that only the owner can read', async () => {
    const folder = join(await makeFolder(), 'keys');
    const child = launch(['--tenants', '4', '--keys-dir', folder]);
    const line = await firstLine(child);
    expect(line).toMatch(/^AI Core simulator with 4 tenants at http:\S+, service keys in /);
    expect(line).not.toContain('clientsecret');

    const files = (await readdir(folder)).toSorted();
    expect(files).toEqual(['acme-forecast.json', 'acme-vision.json', 'globex-chat.json', 'tenant-0004.json']);
    const modes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);

    const serviceKey = keySchema.parse(JSON.parse(await readFile(join(folder, 'tenant-0004.json'), 'utf8')));
    expect(await fetchToken({ tenantId: 'tenant-0004', label: '', serviceKey })).toContain('.');
  });

  test('a port that is taken', async () => {
    const other = await startTestSimulator();
    const port = new URL(other.url).port;
    const outcome = await runToEnd(['--port', port]);
    await other.close();
    expect(outcome).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} on 127.0.0.1 is in use: choose another with --port, or 0 for any free one.\n`,
    });
  });

  test('a folder for keys that cannot be made', async () => {
    const file = join(await makeFolder(), 'file');
    await writeFile(file, '');
    expect(await runToEnd(['--keys-dir', join(file, 'keys')])).toEqual({
      code: 1,
      stdout: '',
      stderr: `The service keys cannot be written to ${join(file, 'keys')} (ENOTDIR).\n`,
    });
  });

  test('an argument that is wrong', async () => {
    expect(await runToEnd(['--tenants', 'many'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '--tenants takes a whole number from 1 to 10000, not "many".\n',
    });
  });

  test('--help', async () => {
    const { code, stdout } = await runToEnd(['--help']);
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'Usage: npm run simulator -- [options]']);
  });
});
