import type { Page } from '@playwright/test';

/**
 * Which of the texts the page's script still holds: a heap snapshot after garbage collection contains every string.
 * Include one that must be there, so that an empty snapshot does not look like a success.
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
