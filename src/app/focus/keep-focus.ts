import { isTyping } from '../../ui/polite-focus.ts';
import { canHoldFocus, nextPlace, surfaceOf } from './next-place.ts';
import { placeOf, type Place } from './place.ts';

/** The part of the router that is needed: events before and after a page is replaced. */
interface Pages {
  readonly subscribe: (
    event: 'onBeforeRouteMount' | 'onResolved',
    listener: (event: { fromLocation?: unknown; pathChanged: boolean }) => void,
  ) => unknown;
}

/** Where the focus last was on each surface, the latest at the end: a dialog, and below it what opened it. */
const places = new Map<Element, Place>();
/** A page is being replaced: a focused element that disappears with it is expected. */
let changing = false;
/** A new page has arrived, and its heading, which may take a while, gets the focus. */
let owesHeading = false;
/** Holds the focus for a control that is disabled while something is pending. */
let ground: Element | undefined;
let scheduled = false;
/** The user's last action was to press Tab. */
let tabbed = false;

/**
 * Keeps the focus from falling to the body, anywhere in the console. After a navigation it moves to the page's heading;
 * from a control that was removed, hidden or disabled, to the next sensible place. Anything that takes the focus itself
 * has priority: this only acts once a change is fully rendered. `hasLed`: a navigation happened before this code was
 * loaded; `place`: where the focus last was by then.
 */
export function keepFocus(pages: Pages, hasLed: boolean, place: Place | undefined): void {
  if (place) places.set(surfaceOf(place), place);
  document.addEventListener('focusin', ({ target }) => {
    owesHeading = false;
    look();
    // Browsers do not scroll to an element that is partly visible, even if it is below a bar or at the edge of a
    // sideways scroller.
    if (tabbed && target instanceof HTMLElement)
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  document.addEventListener('keydown', ({ key }) => {
    tabbed = key === 'Tab';
  });
  document.addEventListener('pointerdown', () => {
    tabbed = false;
  });
  document.addEventListener('focusout', lookLater);
  new MutationObserver(lookLater).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['class', 'disabled', 'hidden'],
  });
  // The first page is read from its beginning.
  pages.subscribe('onBeforeRouteMount', ({ fromLocation, pathChanged }) => {
    changing = fromLocation !== undefined && pathChanged;
  });
  pages.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) requestAnimationFrame(arrive);
  });
  if (hasLed) arrive();
  else look();
}

function arrive(): void {
  changing = false;
  // The page may have focused a field of its own, and a user who is already typing elsewhere stays there.
  owesHeading = !isTyping() && document.activeElement?.closest('main *') === null;
  look();
}

function lookLater(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    look();
  });
}

function look(): void {
  if (changing) return;
  if (owesHeading) {
    focusHeading(true);
    return;
  }
  const active = focused();
  if (active && active !== ground && canHoldFocus(active)) note(active);
  else recover();
}

function focused(): HTMLElement | undefined {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : undefined;
}

function note(element: HTMLElement): void {
  const place = placeOf(element);
  const surface = surfaceOf(place);
  places.delete(surface);
  places.set(surface, place);
  ground = undefined;
}

function recover(): void {
  let closed = false;
  for (const [surface, place] of [...places].toReversed()) {
    const { element } = place;
    if (!surface.isConnected) {
      places.delete(surface);
      closed = true;
    } else if (element.matches(':disabled') && element.checkVisibility()) {
      waitFor(element);
      return;
    } else if (!canHoldFocus(element)) {
      const next = nextPlace(place);
      if (next) next.focus({ preventScroll: true });
      else focusHeading(false);
      return;
    } else if (closed || ground) {
      element.focus({ preventScroll: true });
      return;
    } else {
      // Somebody clicked on an empty area.
      places.delete(surface);
      return;
    }
  }
  if (closed) focusHeading(false);
}

/** A disabled control comes back; the next one may do something entirely different. */
function waitFor(control: HTMLElement): void {
  if (ground && ground === document.activeElement) return;
  const next = control.parentElement?.closest<HTMLElement>('form, section, [role=dialog], main');
  if (!next) return;
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1;
  ground = next;
  next.focus({ preventScroll: true });
}

/** Until it arrives, every change looks for it again. */
function focusHeading(preventScroll: boolean): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll });
}
