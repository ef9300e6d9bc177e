import { useState, type ReactNode } from 'react';
import { Notice } from '../feedback/notice.tsx';
import type { Deletion } from './delete-dialog.tsx';
import type { WriteSuccess } from './use-write.ts';

interface ListDeletion {
  /** Opens the dialog for the thing of that name. */
  readonly ask: (name: string) => void;
  /** The props of the dialog; undefined while it is closed. */
  readonly dialog: Deletion | undefined;
  /** Says that it was deleted, until closed. */
  readonly notice: ReactNode;
}

/** Deletes things from a list: the dialog, and the notice afterwards. */
export function useDeletion(
  titles: Readonly<Record<WriteSuccess, (name: string) => string>>,
  onDeleted?: (name: string) => void,
): ListDeletion {
  const [asked, ask] = useState<string>();
  const [deleted, setDeleted] = useState<{ name: string; how: WriteSuccess }>();
  return {
    ask,
    dialog:
      asked === undefined
        ? undefined
        : {
            name: asked,
            onDeleted: (how) => {
              onDeleted?.(asked);
              setDeleted({ name: asked, how });
              ask(undefined);
            },
            onClose: () => ask(undefined),
          },
    notice: deleted && (
      <Notice
        key={deleted.name}
        title={titles[deleted.how](deleted.name)}
        onClose={() => setDeleted(undefined)}
      />
    ),
  };
}
