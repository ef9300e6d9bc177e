import Button from '@mui/material/Button';
import type { RegistryEntry } from '../../domain/pull-secret/docker-config.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { ExportPanel } from './export-panel.tsx';

export interface ExportedSecret {
  readonly name: string;
  readonly entries: readonly RegistryEntry[];
  readonly method: 'POST' | 'PATCH';
}

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
