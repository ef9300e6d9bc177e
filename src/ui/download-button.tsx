import Button from '@mui/material/Button';

interface DownloadButtonProps {
  readonly label: string;
  readonly text: string;
  readonly filename: string;
  readonly mediaType: string;
}

/** Saves text as a file, straight from this page's memory. */
export function DownloadButton({ label, text, filename, mediaType }: DownloadButtonProps) {
  const save = () => {
    const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
    const link = document.createElement('a');
    link.href = url;
    link.download = filename;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button size="small" variant="outlined" onClick={save}>
      {label}
    </Button>
  );
}
