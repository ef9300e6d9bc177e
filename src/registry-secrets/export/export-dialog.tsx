import { Button } from '../../ui/buttons/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { ExportedSecret } from './exported-secret.ts';
import { ExportPanel } from './export-panel.tsx';

export function ExportDialog({ secret, onClose }: { secret: ExportedSecret; onClose: () => void }) {
  const texts = useTexts('exportTexts');
  const { close } = useTexts('common');
  return (
    <Dialog
      heading={texts.heading}
      onClose={onClose}
      wide
      actions={<Button onClick={onClose}>{close}</Button>}
    >
      <ExportPanel secret={secret} />
    </Dialog>
  );
}
