import type { Place } from './place.ts';

const focusable = 'a[href], button, input, select, textarea, [tabindex]';

/** The child of the body that contains a place: the console itself, or a dialog above it. */
export function surfaceOf({ element, steps }: Place): Element {
  return steps.at(-1)?.parent ?? element;
}

export function canHoldFocus(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled') && element.checkVisibility();
}

/**
 * Where to continue when a control is gone: the control in its place now, else the next one after it, else the last one
 * before it, within the nearest ancestor that has any. Undefined if that would leave the page.
 */
export function nextPlace({ steps }: Place): HTMLElement | undefined {
  for (const [depth, { parent, index }] of steps.entries()) {
    if (!parent.isConnected) continue;
    const children = [...parent.children];
    const found =
      asTabStop(follow(parent, steps.slice(0, depth + 1))) ??
      children.slice(index).flatMap(tabStops)[0] ??
      (parent.matches('main') ? undefined : children.slice(0, index).flatMap(tabStops).at(-1));
    if (found || parent.matches('main')) return found;
  }
  return undefined;
}

function follow(from: Element, steps: Place['steps']): Element | undefined {
  return steps.reduceRight<Element | undefined>((at, { index }) => at?.children[index], from);
}

function tabStops(within: Element): HTMLElement[] {
  return [within, ...within.querySelectorAll(focusable)].flatMap((element) => asTabStop(element) ?? []);
}

function asTabStop(element: Element | undefined): HTMLElement | undefined {
  const isTabStop = element instanceof HTMLElement && element.tabIndex >= 0 && canHoldFocus(element);
  return isTabStop ? element : undefined;
}
