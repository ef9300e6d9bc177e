/** What is written on the key that goes with others; `control` where it is no Mac’s. */
export function modifierKey(control: string): string {
  return navigator.platform.startsWith('Mac') || navigator.platform.startsWith('iP') ? '⌘' : control;
}
