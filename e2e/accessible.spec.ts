import { expect, expectAccessible, test } from './test.ts';

/** So that a silent axe does not pass for a console without faults. */
const faults = [
  { what: 'a fault of either scheme', html: '<button></button>', found: 'axe, light' },
  { what: 'a colour that only the dark scheme lacks contrast for', html: '<p>dim</p>', found: 'axe, dark' },
];

for (const { what, html, found } of faults) {
  test(`axe sees ${what}`, async ({ page }) => {
    await page.goto('/acme-vision/docker-registry-secrets');
    await expect(page.getByRole('rowheader', { name: 'docker-hub' })).toBeVisible();
    await page.getByRole('main').evaluate((main, text) => {
      main.insertAdjacentHTML('beforeend', text);
      if (main.lastElementChild instanceof HTMLElement) main.lastElementChild.style.color = '#666';
    }, html);
    await expect(expectAccessible(page)).rejects.toThrow(found);
  });
}
