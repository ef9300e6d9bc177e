import { Anchor } from '../text-link.tsx';
import { useTexts } from '../texts/texts.ts';

const guide = 'https://help.sap.com/docs/AI_CORE/2d6c5984063c40a59eda62f4a9135bee/';

/** SAP's pages about what the console does, by the id that stays when a page is renamed. */
const pages = {
  secret: 'a7cf5e1496eb4ea8beca79671f49ff66',
  repository: 'b6681769f191490f8832d3fbb6794e89',
  resourceGroup: '01753f4dcb454401b539ecc4def641be',
  objectStoreSecret: 'b083d73f672c428faac3048b74733546',
  genericSecret: '1831845910364e97b3a7c6644a9e1f4b',
  template: '83523ab8b49245bcbc9f1bf0969e32d8',
  setup: '38c4599432d74c1d94e70f7c955a717d',
  serviceKey: '7323ff4e37ba41c198b06e9669b80920',
};

export type DocsSubject = keyof typeof pages;

/** The address of a page of SAP's guide, by its id. */
export function sapPage(id: string): string {
  return `${guide}${id}.html`;
}

/** Links to SAP's own page about the subject of a page. */
export function SapDocsLink({ about }: { readonly about: DocsSubject }) {
  return (
    <Anchor href={sapPage(pages[about])} target="_blank" rel="noreferrer" style={{ whiteSpace: 'nowrap' }}>
      {useTexts('common').sapDocumentation}
    </Anchor>
  );
}
