import { languages } from '../src/ui/texts/language.ts';
import { measureTransfer, type Transfer } from './page-transfer.ts';
import { pages } from './pages.ts';
import { expect, test } from './test.ts';

const maxRequests = 7;
const maxScripts = 3;
const maxScriptBytes = 180_000;
/** Limits code and texts only; how much a page reads of the tenant depends on what the tenant has. */
const maxFurtherFiles = 8;
const maxLayoutShift = 0.01;

const [firstPage, ...others] = pages;
let first: Transfer;

test.beforeAll(async ({ browser, stack }) => {
  first = await measureTransfer(browser, `${stack.url}${firstPage.path}`);
});

for (const language of languages) {
  test(`the first page stays within its limits, ${language}`, async ({ browser, stack }) => {
    const transfer = await measureTransfer(browser, `${stack.url}${firstPage.path}`, language);
    report(firstPage.path, transfer, `, ${language}`);
    expect(transfer.urls.length, transfer.urls.join(', ')).toBeLessThanOrEqual(maxRequests);
    expect(transfer.urls[1], 'what is asked for first has the connection that is there').toMatch(
      /\/assets\/index-/,
    );
    expect(transfer.callsAhead, 'the list comes along with the code').toEqual([
      expect.stringMatching(/\/dockerRegistrySecrets$/),
      expect.stringMatching(/\/resourceQuota\/dockerRegistrySecrets$/),
    ]);
    expect(transfer.complaints, 'nothing goes wrong on the way').toEqual([]);
    expect(transfer.scripts.size).toBeLessThanOrEqual(maxScripts);
    expect(scriptBytes(transfer)).toBeLessThanOrEqual(maxScriptBytes);
    expect(transfer.layoutShift).toBeLessThanOrEqual(maxLayoutShift);
  });
}

for (const { path } of others) {
  test(`${path} adds little to the first page, and does not jump`, async ({ browser, stack }) => {
    const transfer = await measureTransfer(browser, `${stack.url}${path}`);
    const further = transfer.urls.slice(1).filter((url) => !first.urls.includes(url));
    report(path, transfer, `, ${further.length} more than the first page`);
    const reads = transfer.urls.filter((url) => new URL(url).pathname.startsWith('/api/'));
    const files = further.filter((url) => !reads.includes(url));
    expect(transfer.complaints, 'nothing goes wrong on the way').toEqual([]);
    expect(files.length, files.join(', ')).toBeLessThanOrEqual(maxFurtherFiles);
    expect(reads.toSorted(), 'nothing is read twice').toEqual([...new Set(reads)].toSorted());
    expect(transfer.layoutShift).toBeLessThanOrEqual(maxLayoutShift);
  });
}

test('the first page creates no Intl objects for numbers and dates', async ({ page, stack }) => {
  // Creating each takes a phone some 10 ms of the time in which the page is built.
  await page.addInitScript(() => {
    const made: string[] = [];
    Object.assign(globalThis, { made });
    for (const name of [
      'DateTimeFormat',
      'ListFormat',
      'NumberFormat',
      'PluralRules',
      'RelativeTimeFormat',
    ] as const)
      Object.assign(Intl, {
        [name]: new Proxy(Intl[name], {
          construct: (target, args) => {
            made.push(name);
            return Reflect.construct(target, args);
          },
        }),
      });
  });
  await page.goto(`${stack.url}${firstPage.path}`);
  await expect(page.getByRole('rowheader').first()).toBeVisible();
  expect(await page.evaluate('made')).toEqual([]);
});

function scriptBytes({ scripts }: Transfer): number {
  return [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
}

/** One line for `npm run size`. */
function report(path: string, transfer: Transfer, note = ''): void {
  const kilobytes = (scriptBytes(transfer) / 1000).toFixed(1);
  const { urls, scripts, layoutShift } = transfer;
  process.stdout.write(
    `${path}: ${kilobytes} kB in ${scripts.size} scripts, ${urls.length} requests${note}, layout shift ${layoutShift.toFixed(4)}\n`,
  );
}
