import type { ReactNode } from 'react';
import { Notice } from '../feedback/notice.tsx';
import { ObjectHeader } from './object-header.tsx';

/** Replaces the page of an object that was just deleted on it. */
export function DeletedObject({ name, title, back }: { name: string; title: string; back: ReactNode }) {
  return (
    <>
      <ObjectHeader name={name} />
      <Notice title={title} />
      {back}
    </>
  );
}
