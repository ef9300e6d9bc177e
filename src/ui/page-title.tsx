import { createContext, use } from 'react';
import { useTexts } from './texts/texts.ts';

/** The label of the tenant that the page is about; absent on pages of the whole console. */
export const TitleContext = createContext<string | undefined>(undefined);

/** The title of the browser tab, announced on arrival: the page, its tenant, and the console's name. */
export function PageTitle({ heading }: { heading: string }) {
  const { productName } = useTexts('common');
  const context = use(TitleContext);
  return <title>{[heading, context, productName].filter((part) => part !== undefined).join(' · ')}</title>;
}
