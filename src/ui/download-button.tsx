import Button from '@mui/material/Button';

interface DownloadButtonProps {
  readonly label: string;
  readonly text: string;
  readonly fileName: string;
  readonly type: string;
}

/** Saves `text` as a file, made in the browser. */
export function DownloadButton({ label, text, fileName, type }: DownloadButtonProps) {
  const download = () => {
    const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button size="small" variant="outlined" onClick={download}>
      {label}
    </Button>
  );
}
