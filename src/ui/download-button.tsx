import Button from '@mui/material/Button';

interface DownloadButtonProps {
  readonly label: string;
  /** Written when it is asked for, where that takes some work. */
  readonly text: string | (() => string);
  readonly filename: string;
  readonly mediaType: string;
  readonly disabled?: boolean;
  readonly onSaved?: () => void;
}

/** Saves text as a file, straight from this page's memory. */
export function DownloadButton(props: DownloadButtonProps) {
  const { label, text, filename, mediaType, disabled = false, onSaved } = props;
  const save = () => {
    const url = URL.createObjectURL(
      new Blob([typeof text === 'string' ? text : text()], { type: mediaType }),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = filename;
    link.click();
    URL.revokeObjectURL(url);
    onSaved?.();
  };
  return (
    <Button size="small" variant="outlined" disabled={disabled} onClick={save}>
      {label}
    </Button>
  );
}
