import { createContext, use } from 'react';
import { useTexts } from './texts/texts.ts';

/** What a page's heading belongs to, the tenant's label; absent on pages of the whole console. */
export const TitleContext = createContext<string | undefined>(undefined);

/** The browser tab's title, and what is read out when the page comes: what it is, whose, and the console's name. */
export function PageTitle({ heading }: { heading: string }) {
  const { productName } = useTexts('common');
  const context = use(TitleContext);
  return <title>{[heading, context, productName].filter((part) => part !== undefined).join(' · ')}</title>;
}
