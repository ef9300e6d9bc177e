import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';

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
          variant="outlined"
          sx={{ py: 0, mb: 1 }}
          action={
            note.fix && (
              <Button size="small" color="inherit" sx={{ whiteSpace: 'nowrap' }} onClick={note.fix.apply}>
                {note.fix.label}
              </Button>
            )
          }
        >
          {note.text}
        </Alert>
      ))}
    </div>
  );
}
