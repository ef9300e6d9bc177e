import type { Page, Request } from '@playwright/test';
import { expect } from './test.ts';

/** How long nothing is asked for once a page has all that it shows, in milliseconds. */
const quiet = 100;

/**
 * Goes from page to page within the console, as its links do: to load all of it anew is most of what a page costs.
 * How each page loads by itself is seen in first-page.spec.ts.
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

  /** Opens a page, and waits for all that it shows. */
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
