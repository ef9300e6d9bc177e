import { useState } from 'react';
import { useMayWrite } from '../../api/current-connection.tsx';
import type { TenantResource } from '../../domain/connection/access.ts';
import { lazyPart, type LazyPart } from '../../ui/feedback/lazy-part.tsx';

const NoRightPage = lazyPart(() => import('./no-right-page.tsx'), 'NoRightPage');

/** A page that changes something of the tenant; who may not finds the reason in its place. */
export function writePage(resource: TenantResource, Page: LazyPart<object>) {
  function WritePage() {
    const may = useMayWrite(resource);
    // A right that ends meanwhile takes nothing away that somebody has typed.
    const [mightOnce] = useState(may);
    return may || mightOnce ? <Page /> : <NoRightPage resource={resource} />;
  }
  return Object.assign(WritePage, { preload: Page.preload });
}
