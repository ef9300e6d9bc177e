/** What is written on the key that goes with others. */
export const modifierKey = /^Mac|^iP/.test(navigator.platform) ? '⌘' : 'Ctrl';
