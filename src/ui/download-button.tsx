import { Download } from 'lucide-react';
import { Button } from './buttons/button.tsx';
import { smallIconProps } from './icon-props.ts';
import { saveFile } from './save-file.ts';

interface DownloadButtonProps {
  readonly label: string;
  /** Written when it is asked for, where that takes some work. */
  readonly text: string | (() => string);
  readonly filename: string;
  readonly mediaType: string;
  readonly disabled?: boolean;
  readonly onSaved?: () => void;
  readonly size?: 'small' | 'medium';
}

/** Saves text as a file, straight from this page's memory. */
export function DownloadButton(props: DownloadButtonProps) {
  const { label, text, filename, mediaType, disabled = false, onSaved, size = 'small' } = props;
  const save = () => {
    saveFile(filename, typeof text === 'string' ? text : text(), mediaType);
    onSaved?.();
  };
  return (
    <Button
      size={size}
      variant="outlined"
      disabled={disabled}
      startIcon={<Download {...smallIconProps} />}
      onClick={save}
    >
      {label}
    </Button>
  );
}
