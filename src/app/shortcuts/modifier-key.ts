/** The label of the modifier key, `control` except on a Mac. */
export function modifierKey(control: string): string {
  return navigator.platform.startsWith('Mac') || navigator.platform.startsWith('iP') ? '⌘' : control;
}
