import Button from '@mui/material/Button';
import { Dialog } from '../ui/dialog.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { SnippetPanel } from './snippet-panel.tsx';

export function SnippetDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const { close } = useTexts('common');
  return (
    <Dialog heading={name} onClose={onClose} wide actions={<Button onClick={onClose}>{close}</Button>}>
      <SnippetPanel name={name} />
    </Dialog>
  );
}
