import { useState } from 'react';
import { Button } from '../../ui/buttons/button.tsx';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { ExportedSecret } from './exported-secret.ts';

const ExportDialog = lazyPart(() => import('./export-dialog.tsx'), 'ExportDialog');

/** `read` is only called when the dialog is opened; the dialog drops the secret when it closes. */
export function ExportButton({ read }: { read: () => ExportedSecret }) {
  const texts = useTexts('exportTexts');
  const [secret, setSecret] = useState<ExportedSecret>();
  return (
    <>
      <Button onClick={() => setSecret(read())}>{texts.open}</Button>
      {secret && <ExportDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}
