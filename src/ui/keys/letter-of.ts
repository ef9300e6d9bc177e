/**
 * What a key stands for as a shortcut, in small letters: Caps Lock may be on. Where the keyboard writes no Latin letters,
 * it is the one that is printed beside its own.
 */
export function letterOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'getModifierState'>): string {
  const { key, code } = event;
  const isOther = key > '\u02ff' && code.startsWith('Key') && !event.getModifierState('AltGraph');
  return (isOther ? code.slice(3) : key).toLowerCase();
}
