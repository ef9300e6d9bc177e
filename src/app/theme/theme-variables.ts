import { consoleTheme } from './theme.ts';

type Variables = Record<string, string | number>;

/** The content security policy only allows styles with the nonce of this page load. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

/** Adds the theme's variables as plain CSS: having emotion process them took a sixth of the first render. */
export function addThemeVariables(): void {
  const style = document.createElement('style');
  style.nonce = nonce;
  style.textContent = consoleTheme().generateStyleSheets().flatMap(toRules).join('\n');
  // More specific rules override them.
  document.head.prepend(style);
}

function toRules(sheet: Record<string, Variables>): string[] {
  return Object.entries(sheet).map(([selector, variables]) => {
    const declarations = Object.entries(variables).map(([name, value]) => `${toProperty(name)}:${value}`);
    return `${selector}{${declarations.join(';')}}`;
  });
}

/** All but `colorScheme` are named as in CSS. */
function toProperty(name: string): string {
  return name === 'colorScheme' ? 'color-scheme' : name;
}
