import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../scripts/chromium.ts';
import { startStack } from '../stack.ts';
import { openTemplates, templateField } from '../template-page.ts';

/**
 * Prints how long a template of 1 MB takes in the browser: to be patched, to be shown, and how long a keystroke
 * in it waits for its frame. Needs the built app.
 */
const size = 1_000_000;
const runs = 9;
const keys = 20;

const browserFound = findChromium();
if (!browserFound.found) throw new Error('There is no Chromium to measure with.');
const browser = await chromium.launch({
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  ...(browserFound.executablePath !== undefined && { executablePath: browserFound.executablePath }),
});
const stack = await startStack();
try {
  const context = await browser.newContext({ baseURL: stack.url });
  const parser = await bundleParser();
  print(
    `Template of ${(size / 1_000_000).toFixed(1)} MB in Chromium ${browser.version()}, median and best of ${runs}\n`,
  );
  for (const [kind, text] of [
    ['WorkflowTemplate', workflowTemplate()],
    ['ServingTemplate', servingTemplate()],
  ] as const) {
    const page = await context.newPage();
    const { patch, shown } = await measureAnalysis(page, text);
    const parse = await measureParser(page, parser, text);
    print(kind);
    print(
      `  putting the secret in        ${ms(patch)}   yaml.parseDocument: ${ms(parse)} (${(parse.best / patch.best).toFixed(1)} times)`,
    );
    print(`  patched, compared, explained ${ms(shown)}   in the worker`);
    print(
      `  keystroke to its frame       ${ms(await measureKeys(page))}   a bare text area: ${ms(await measureBareField(page, text))}`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  await stack.stop();
}

/** Times that the worker tells, and those until its answer is back on the page. */
async function measureAnalysis(page: Page, text: string): Promise<{ patch: Times; shown: Times }> {
  await openTemplates(page);
  await page.getByRole('checkbox', { name: 'docker-hub' }).check();
  const patch: number[] = [];
  const shown: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const entry = page.evaluate(
      () =>
        new Promise<{ duration: number; patchMs: number }>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            const [found] = list.getEntriesByName('template-analysis');
            if (!(found instanceof PerformanceMeasure)) return;
            observer.disconnect();
            resolve({ duration: found.duration, patchMs: Number(found.detail.patchMs) });
          });
          observer.observe({ type: 'measure' });
        }),
    );
    const file = { name: 'large.yaml', mimeType: 'text/plain', buffer: Buffer.from(`# run ${run}\n${text}`) };
    await page.locator('input[type=file]').setInputFiles(file);
    const { duration, patchMs } = await entry;
    patch.push(patchMs);
    shown.push(duration);
  }
  return { patch: summary(patch), shown: summary(shown) };
}

async function measureKeys(page: Page): Promise<Times> {
  await templateField(page).press('ControlOrMeta+Home');
  return typeAndMeasure(page);
}

/** The same text in a field without any of our code: what the browser itself takes. */
async function measureBareField(page: Page, text: string): Promise<Times> {
  const bare = await page.context().newPage();
  await bare.setContent('<textarea wrap="off" rows="24" cols="80" style="white-space: pre"></textarea>');
  await bare.locator('textarea').evaluate((field, value) => {
    if (field instanceof HTMLTextAreaElement) field.value = value;
  }, text);
  await bare.locator('textarea').press('ControlOrMeta+Home');
  const time = await typeAndMeasure(bare);
  await bare.close();
  return time;
}

/** Times from a key going down until the frame after it is drawn. */
async function typeAndMeasure(page: Page): Promise<Times> {
  await page.bringToFront();
  await page.evaluate(() => {
    document.addEventListener('keydown', ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => performance.measure('key', { start: timeStamp }));
        channel.port1.start();
        channel.port2.postMessage(undefined);
      }),
    );
  });
  for (let key = 1; key <= keys; key += 1) {
    await page.keyboard.press('x');
    await page.waitForFunction((count) => performance.getEntriesByName('key').length === count, key);
  }
  return summary(
    await page.evaluate(() => performance.getEntriesByName('key').map(({ duration }) => duration)),
  );
}

/** The YAML library as a script that defines `parser`. */
async function bundleParser(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: 'node_modules/yaml/browser/index.js', formats: ['iife'], name: 'parser' },
    },
  });
  const [bundle] = [output].flat();
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('The YAML library could not be bundled.');
  return chunk.code;
}

async function measureParser(page: Page, parser: string, text: string): Promise<Times> {
  const blank = await page.context().newPage();
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    // As a text, since the bundle is one.
    const call = `(() => { ${parser}; const start = performance.now(); parser.parseDocument(${JSON.stringify(text)}); return performance.now() - start; })()`;
    times.push(Number(await blank.evaluate(call)));
  }
  await blank.close();
  return summary(times);
}

function workflowTemplate(): string {
  const head =
    'apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nmetadata:\n  name: large\nspec:\n  templates:\n';
  return repeat(head, (index) => [
    `    - name: step-${index}   # one of many`,
    '      container:',
    `        image: "registry.example.com/steps/step-${index}:1.0"`,
    '        command: ["/bin/sh", "-c"]',
    '        args:',
    '        - |',
    '          python run.py --epochs {{inputs.parameters.epochs}}',
  ]);
}

function servingTemplate(): string {
  const head =
    'apiVersion: ai.sap.com/v1alpha1\nkind: ServingTemplate\nmetadata:\n  name: large\nspec:\n  template:\n    spec: |\n      predictor:\n        containers:\n';
  return repeat(head, (index) => [
    `        - name: container-${index}`,
    `          image: "registry.example.com/serving/part-${index}:1.0"`,
    '          env:',
    '          - name: REPLICAS',
    '            value: {{inputs.parameters.replicas}}',
  ]);
}

function repeat(head: string, part: (index: number) => string[]): string {
  let text = head;
  for (let index = 0; text.length < size; index += 1) text += `${part(index).join('\n')}\n`;
  return text;
}

interface Times {
  readonly median: number;
  readonly best: number;
}

function summary(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, best: sorted[0] ?? 0 };
}

/** Where the machine is busy with other things, the best time is the one to believe. */
function ms({ median, best }: Times): string {
  return `${median.toFixed(0).padStart(5)} ms (best ${best.toFixed(0)})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
