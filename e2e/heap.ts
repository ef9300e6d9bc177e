import type { Page } from '@playwright/test';

/**
 * Which of the texts the page's script still holds: a heap snapshot after a collection names every string. Ask for
 * one that must be there too, so that a snapshot that shows nothing does not pass for a page that keeps nothing.
 */
export async function heldTexts(page: Page, texts: readonly string[]): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  const snapshot = chunks.join('');
  return texts.filter((text) => snapshot.includes(text));
}
