import type { Page } from '@playwright/test';

/**
 * Listens as a screen reader does: what is added to a live region that was there before, or comes as an alert. Gives
 * what was said since the last call, each thing as often as it was said.
 */
export async function listenTo(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    const regionOf = (element: Element | null) =>
      element?.closest('[aria-live], [role=status], [role=log], [role=alert]') ?? undefined;
    const isOff = (region: Element) => region.getAttribute('aria-live') === 'off';
    const textOf = (node: Node) => node.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
    const observer = new MutationObserver((mutations) => {
      const spoken = new Set<Node>();
      for (const { type, target, addedNodes } of mutations) {
        const added = type === 'characterData' ? [target] : [...addedNodes];
        for (const node of added) {
          const element = node instanceof Element ? node : undefined;
          const alerts = element?.matches('[role=alert]')
            ? [element]
            : [...(element?.querySelectorAll('[role=alert]') ?? [])];
          for (const alert of alerts) spoken.add(alert);
          const region = regionOf(node.parentElement);
          if (!region || isOff(region) || (element && element.getAttribute('aria-live') === 'off')) continue;
          // A status is one sentence, and is said as a whole.
          spoken.add(region.matches('[role=status], [role=alert]') ? region : node);
        }
      }
      for (const node of spoken) {
        const element = node instanceof Element ? node : node.parentElement;
        if (element?.checkVisibility() && textOf(node) !== '') said.push(textOf(node));
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0));
}
