import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
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
        <Alert key={note.id} severity={note.severity} variant="outlined" sx={alertStyle}>
          <Box component="span" sx={{ flex: '1 1 200px', minWidth: 0 }}>
            {note.text}
          </Box>
          {note.fix && (
            <Button size="small" color="inherit" sx={fixStyle} onClick={note.fix.apply}>
              {note.fix.label}
            </Button>
          )}
        </Alert>
      ))}
    </div>
  );
}

/** The fix stands beside the text, or below it where it is long or the screen narrow. */
const alertStyle = {
  py: 0.5,
  mt: 0.5,
  mb: 1,
  '& .MuiAlert-message': {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: 1.5,
    overflowWrap: 'anywhere',
  },
} as const;

const fixStyle = { maxWidth: '100%', mx: -0.625, textAlign: 'left' } as const;
