import type { Page } from '@playwright/test';

/**
 * Listens like a screen reader: to what is added to an existing live region, and to alerts that appear. The returned
 * function gives what was said since the last call, with repetitions.
 */
export async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const observer = new MutationObserver((mutations) => {
      const spoken = new Set<Node>();
      const added = mutations.flatMap(({ type, target, addedNodes }) =>
        type === 'characterData' ? [target] : [...addedNodes],
      );
      for (const node of added) {
        const element = node instanceof Element ? node : undefined;
        if (element?.matches('[role=alert]')) spoken.add(element);
        for (const alert of element?.querySelectorAll('[role=alert]') ?? []) spoken.add(alert);
        const region = node.parentElement?.closest('[aria-live], [role=status], [role=log], [role=alert]');
        if (!region || region.matches('[aria-live=off]') || element?.matches('[aria-live=off]')) continue;
        // A status is one sentence, and is read as a whole.
        spoken.add(region.matches('[role=status], [role=alert]') ? region : node);
      }
      for (const node of spoken) {
        const element = node instanceof Element ? node : node.parentElement;
        const text = node.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
        if (element?.checkVisibility() && text !== '') said.push(text);
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    window.said = said;
  });
  return () => page.evaluate(() => window.said.splice(0));
}

/**
 * Starts to listen; the returned function resolves once a live region contains the text. For messages that disappear by
 * themselves after a few seconds, perhaps before a test looks.
 */
export async function hears(page: Page, text: string): Promise<() => Promise<void>> {
  // Wrapped in an object, because `evaluateHandle` would wait for a bare promise.
  const listening = await page.evaluateHandle((expected) => {
    const regions = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';
    const heard = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        const says = [...document.querySelectorAll(regions)].some((region) =>
          region.textContent.includes(expected),
        );
        if (!says) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return { heard };
  }, text);
  return () => listening.evaluate(({ heard }) => heard);
}

declare global {
  interface Window {
    said: string[];
  }
}
