import { afterEach, expect, it, vi } from 'vitest';
import { copyText } from './copy-text.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('tells by a rejection, and not by an error, that there is no clipboard', async () => {
  vi.stubGlobal('navigator', {});
  await expect(copyText('imagePullSecrets')).rejects.toBeInstanceOf(TypeError);
});

it('hands the text to the clipboard', async () => {
  const written: string[] = [];
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => written.push(text) } });
  await copyText('imagePullSecrets');
  expect(written).toEqual(['imagePullSecrets']);
});
