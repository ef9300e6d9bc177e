/** What is written on the key that goes with others. */
export function modifierKey(): string {
  return navigator.platform.startsWith('Mac') || navigator.platform.startsWith('iP') ? '⌘' : 'Ctrl';
}
