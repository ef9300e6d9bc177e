import { isTyping } from '../../ui/free-hands.ts';
import { canHoldFocus, nextPlace, surfaceOf } from './next-place.ts';
import { placeOf, type Place } from './place.ts';

/** What is needed of the router: to be told before and after another page takes the place of one. */
interface Pages {
  readonly subscribe: (
    event: 'onBeforeRouteMount' | 'onResolved',
    listener: (event: { fromLocation?: unknown; pathChanged: boolean }) => void,
  ) => unknown;
}

/** Where the focus last was on each surface, the latest at the end: a dialog, and below it what opened it. */
const places = new Map<Element, Place>();
/** One page gives way to another: what is gone with it is not missed. */
let changing = false;
/** Another page has come, and its heading, which may take a while, is to have the focus. */
let owesHeading = false;
/** What holds the focus for a control that is switched off while something is under way. */
let ground: Element | undefined;
let scheduled = false;
/** The last thing that somebody did was to go on by Tab. */
let tabbed = false;

/**
 * Keeps the focus from falling to the body, wherever in the console. It goes to the heading of a page that was
 * led to; and from a control that is gone, hidden or switched off to the next sensible place. Whatever takes the
 * focus itself goes first: this looks only when all of a change is on the screen. `hasLed` where another page has
 * come before this was there, `place` where the focus was last by then.
 */
export function keepFocus(pages: Pages, hasLed: boolean, place: Place | undefined): void {
  if (place) places.set(surfaceOf(place), place);
  document.addEventListener('focusin', ({ target }) => {
    owesHeading = false;
    look();
    // A browser leaves alone what is in sight in part, be it below a bar or at the edge of what scrolls sideways.
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
  // The page that the browser itself opened is read from its beginning.
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
  // The page may have begun in a field of its own; and whoever went on to type elsewhere stays there.
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
      // Somebody clicked beside it.
      places.delete(surface);
      return;
    }
  }
  if (closed) focusHeading(false);
}

/** A control that is switched off comes back; the next one may do something else altogether. */
function waitFor(control: HTMLElement): void {
  if (ground && ground === document.activeElement) return;
  const next = control.parentElement?.closest<HTMLElement>('form, section, [role=dialog], main');
  if (!next) return;
  if (!next.hasAttribute('tabindex')) next.tabIndex = -1;
  ground = next;
  next.focus({ preventScroll: true });
}

/** While it has not come yet, every change looks for it again. */
function focusHeading(preventScroll: boolean): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll });
}
