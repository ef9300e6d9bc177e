import type { Page, Request } from '@playwright/test';
import { expect } from './test.ts';

/** How long a page must request nothing to count as loaded, in milliseconds. */
const quiet = 100;

/**
 * Moves between pages within the console, as its links do, because loading a page anew takes most of the time.
 * first-page.spec.ts tests how each page loads by itself.
 */
export class Walk {
  readonly #page: Page;
  readonly #asked = new Set<Request>();
  #answeredAt = 0;

  constructor(page: Page) {
    this.#page = page;
    page.on('request', (request) => this.#asked.add(request));
    const answered = (request: Request) => {
      this.#asked.delete(request);
      this.#answeredAt = Date.now();
    };
    page.on('requestfinished', answered);
    page.on('requestfailed', answered);
  }

  /** Opens a page and waits until it shows everything. */
  async to(path: string): Promise<void> {
    const here = this.#page.url();
    if (here === 'about:blank') {
      await this.#page.goto(path);
    } else if (new URL(path, here).href !== here) {
      await this.#page.evaluate((address) => {
        document.querySelector('h1')?.setAttribute('data-left', '');
        history.pushState({}, '', address);
      }, path);
    }
    await expect(this.#page.locator('h1:not([data-left])')).toBeVisible();
    await expect.poll(() => this.#isQuiet(), { intervals: [quiet / 4] }).toBe(true);
    await expect(this.#page.getByRole('status', { name: /^(Loading…|Wird geladen…)$/ })).toBeHidden();
  }

  #isQuiet(): boolean {
    return this.#asked.size === 0 && Date.now() - this.#answeredAt >= quiet;
  }
}
