import Box from '@mui/material/Box';
import { useState, type ComponentType, type ReactNode } from 'react';
import { SapDocsLink, type DocsSubject } from '../docs/sap-docs-link.tsx';
import { EmptyState } from '../feedback/empty-state.tsx';
import { LoadingState } from '../feedback/loading-state.tsx';
import type { Deletion } from '../form/delete-dialog.tsx';
import type { WriteSuccess } from '../form/use-write.ts';
import { ListState, type ListQuery } from '../table/list-state.tsx';
import { useTexts } from '../texts/texts.ts';
import { DeleteCard } from './delete-card.tsx';
import { DeletedObject } from './deleted-object.tsx';
import { ObjectHeader } from './object-header.tsx';
import { WithAside } from '../layout/with-aside.tsx';

interface ObjectPageTexts {
  readonly notFoundTitle: string;
  readonly notFoundText: (name: string) => string;
  readonly deleteTitle: string;
  readonly deletePageText: string;
  readonly deleted: Readonly<Record<WriteSuccess, (name: string) => string>>;
}

interface ObjectPageProps {
  readonly name: string;
  /** The subject of SAP's documentation. */
  readonly about: DocsSubject;
  /** The list the object is in, and whether it is there. */
  readonly list: ListQuery & { readonly isLoadingError: boolean };
  readonly isListed: boolean;
  /** Something besides the list is still loading. */
  readonly isReading?: boolean;
  readonly texts: ObjectPageTexts;
  readonly backToList: ReactNode;
  /** Beside the name; announced when it changes. */
  readonly status: ReactNode;
  readonly actions: ReactNode;
  /** Below the header: why an action failed. */
  readonly failure?: ReactNode;
  /** Whether the signed-in person may delete it. */
  readonly mayDelete: boolean;
  readonly DeleteDialog: ComponentType<Deletion>;
  /** Why nobody can delete it. */
  readonly stays?: ReactNode;
  /** The sections of the page. */
  readonly children: ReactNode;
}

/** The page of one object of a list: loading, not found, its sections, and how it is deleted. */
export function ObjectPage(props: ObjectPageProps) {
  const {
    name,
    list,
    isListed,
    isReading = false,
    texts,
    backToList,
    mayDelete,
    DeleteDialog,
    stays,
  } = props;
  const { deleteButton } = useTexts('objects');
  const [deleting, setDeleting] = useState(false);
  const [deleted, setDeleted] = useState<WriteSuccess>();

  if (deleted) return <DeletedObject name={name} title={texts.deleted[deleted](name)} back={backToList} />;
  if (list.data !== undefined && !isListed)
    return (
      <EmptyState page heading={texts.notFoundTitle} action={backToList}>
        {texts.notFoundText(name)}
      </EmptyState>
    );
  return (
    <>
      <ObjectHeader
        name={name}
        unread={list.isLoadingError}
        lateFact
        fact={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2 }}>
            <Box role="status" sx={{ minHeight: 20 }}>
              {props.status}
            </Box>
            <SapDocsLink about={props.about} />
          </Box>
        }
        actions={props.actions}
      />
      {props.failure}
      <ListState query={list} />
      {isListed && isReading && <LoadingState />}
      {isListed && !isReading && (
        <WithAside>
          {props.children}
          {stays || (
            <DeleteCard
              allowed={mayDelete}
              heading={texts.deleteTitle}
              label={deleteButton}
              onDelete={() => setDeleting(true)}
            >
              {texts.deletePageText}
            </DeleteCard>
          )}
        </WithAside>
      )}
      {deleting && <DeleteDialog name={name} onDeleted={setDeleted} onClose={() => setDeleting(false)} />}
    </>
  );
}
