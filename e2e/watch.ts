import type { Page } from '@playwright/test';

/** Records script errors, console errors and violations of the content security policy. */
export function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself reports every answer of 400 and above; the tests check these on the screen.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(`console: ${message.text()}`);
    }
  });
}
