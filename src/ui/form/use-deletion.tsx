import { useState, type ReactNode } from 'react';
import { Notice } from '../feedback/notice.tsx';
import type { Deletion } from './delete-dialog.tsx';
import type { WriteSuccess } from './use-write.ts';

interface ListDeletion {
  /** Opens the dialog for the thing of that name. */
  readonly ask: (name: string) => void;
  /** What the dialog needs; undefined while it is closed. */
  readonly dialog: Deletion | undefined;
  /** That it is deleted, until somebody closes it. */
  readonly notice: ReactNode;
}

/** One thing of a list is deleted: its dialog, and what is said afterwards. */
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
