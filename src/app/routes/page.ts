import type { ComponentType } from 'react';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { MissingPage } from '../missing-page.tsx';

/** A page in a chunk of its own. */
export function page<K extends string>(load: () => Promise<Record<K, ComponentType>>, component: K) {
  return lazyPart(load, component, MissingPage);
}
