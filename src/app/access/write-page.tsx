import { useState } from 'react';
import { useMayWrite } from '../../api/current-connection.tsx';
import type { TenantResource } from '../../domain/connection/access.ts';
import { lazyPart, type LazyPart } from '../../ui/feedback/lazy-part.tsx';

const NoRightPage = lazyPart(() => import('./no-right-page.tsx'), 'NoRightPage');

/** A page that changes something in the tenant; for people who may not, it says why instead. */
export function writePage(resource: TenantResource, Page: LazyPart<object>) {
  function WritePage() {
    const may = useMayWrite(resource);
    // Losing the right meanwhile must not discard typed input.
    const [mightOnce] = useState(may);
    return may || mightOnce ? <Page /> : <NoRightPage resource={resource} />;
  }
  return Object.assign(WritePage, { preload: Page.preload });
}
