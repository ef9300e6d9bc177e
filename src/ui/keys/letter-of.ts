/**
 * The shortcut letter of a key, in lower case because Caps Lock may be on. On a keyboard without Latin letters it is
 * the Latin letter printed on the same key.
 */
export function letterOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'getModifierState'>): string {
  const { key, code } = event;
  const isOther = key > '\u02ff' && code.startsWith('Key') && !event.getModifierState('AltGraph');
  return (isOther ? code.slice(3) : key).toLowerCase();
}
