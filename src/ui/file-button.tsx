import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button } from './buttons/button.tsx';
import { smallIconProps } from './icon-props.ts';

interface FileButtonProps {
  readonly label: string;
  readonly accept?: string;
  /** Looks like the other actions of a page; for use outside a form. */
  readonly outlined?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that opens the browser's file dialog; the same file can be chosen twice. */
export function FileButton({ label, accept, outlined = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        {...(outlined ? { variant: 'outlined' } : { size: 'small' })}
        startIcon={<Upload {...smallIconProps} />}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
