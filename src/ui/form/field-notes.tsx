import Button from '@mui/material/Button';
import { Alert } from '../feedback/alert.tsx';

/** What is worth knowing about a field's value, with a button that mends it where that is possible. */
export interface FieldNote {
  readonly id: string;
  readonly severity: 'info' | 'warning';
  readonly text: string;
  readonly fix?: { readonly label: string; readonly apply: () => void };
}

export function FieldNotes({ notes }: { notes: readonly FieldNote[] | undefined }) {
  return (
    <div aria-live="polite">
      {notes?.map((note) => (
        <Alert
          key={note.id}
          severity={note.severity}
          sx={{ mt: 0.5, mb: 1, py: 0.5 }}
          {...(note.fix && {
            action: (
              <Button size="small" variant="outlined" sx={fixStyle} onClick={note.fix.apply}>
                {note.fix.label}
              </Button>
            ),
          })}
        >
          {note.text}
        </Alert>
      ))}
    </div>
  );
}

/** A label may be longer than a line. */
const fixStyle = { maxWidth: '100%', height: 'auto', minHeight: 28, whiteSpace: 'normal' } as const;
