import { theme } from './theme.ts';

type Variables = Record<string, string | number>;

/** Adds the theme's variables as they are: to have emotion read all of them took a sixth of the first render. */
export function addThemeVariables(nonce: string): void {
  const style = document.createElement('style');
  style.nonce = nonce;
  style.textContent = theme.generateStyleSheets().flatMap(toRules).join('\n');
  // What says more wins over them.
  document.head.prepend(style);
}

function toRules(sheet: Record<string, Variables>): string[] {
  return Object.entries(sheet).map(([selector, variables]) => {
    const declarations = Object.entries(variables).map(([name, value]) => `${toProperty(name)}:${value}`);
    return `${selector}{${declarations.join(';')}}`;
  });
}

/** All but `colorScheme` have the name that CSS knows them by. */
function toProperty(name: string): string {
  return name === 'colorScheme' ? 'color-scheme' : name;
}
