import type { Page } from '@playwright/test';
import { wordingsOf } from '../src/ui/texts/testing/wordings.ts';

/**
 * Makes every text of the built catalogue about 40 % longer, with accents, to find pages whose layout fits only English
 * before another language exists.
 */
export async function speakLonger(page: Page): Promise<void> {
  await page.route(/\/assets\/texts-\w+-(?:first|rest)-[\w-]+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: lengthen(await response.text()) });
  });
}

/** The script with its texts replaced. */
export function lengthen(script: string): string {
  let body = '';
  let end = 0;
  for (const wording of wordingsOf('texts.js', script).toSorted((a, b) => a.start - b.start)) {
    body += script.slice(end, wording.start) + longer(script.slice(wording.start, wording.end));
    end = wording.end;
  }
  return body + script.slice(end);
}

const accents: Readonly<Record<string, string>> = { a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú' };

/** “Regíístéér”: vowels are about 40 % of a word. Names and codes do not change: `registry-1`, `/config.json`. */
function longer(text: string): string {
  return text.replaceAll(/[aeiou]/g, (vowel) => accents[vowel] ?? vowel);
}
