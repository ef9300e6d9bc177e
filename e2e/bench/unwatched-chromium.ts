import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import config from '../../playwright.config.ts';

/** A browser that is prepared and read through a debugger, but works without one. */
export interface UnwatchedChromium {
  connect(): Promise<Browser>;
  /** Resolves when a page has that title; checking it disturbs no page. */
  waitForTitle(title: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts such a browser. A debugger is told of every request, which takes longer than the request itself, and nobody
 * who does a rollout has one attached.
 */
export async function startUnwatchedChromium(): Promise<UnwatchedChromium> {
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-chromium-'));
  const { executablePath = chromium.executablePath(), args = [] } = config.use?.launchOptions ?? {};
  const child = spawn(
    executablePath,
    [
      ...args,
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--ignore-certificate-errors',
      '--force-prefers-reduced-motion',
      // The other page is measured too, in a background tab.
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const endpoint = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const found = /ws:\/\/\S+/.exec(output);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`Chromium ended: ${output}`)));
  });
  return {
    connect: () => chromium.connectOverCDP(endpoint),
    waitForTitle: async (title) => {
      const list = new URL('/json/list', endpoint.replace(/^ws/, 'http'));
      for (let attempt = 0; attempt < 240; attempt += 1) {
        const targets: { title: string }[] = await (await fetch(list)).json();
        if (targets.some((target) => target.title === title)) return;
        await new Promise((resolve) => {
          setTimeout(resolve, 250);
        });
      }
      throw new Error(`no page came to the title ${title}`);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
