import Box from '@mui/material/Box';
import {
  discardDamagedConnections,
  useAddedAreDamaged,
  useAddedAreUnsaved,
} from '../api/browser-storage/change-added.ts';
import { Button } from '../ui/buttons/button.tsx';
import { Alert } from '../ui/feedback/alert.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** Says when this browser cannot read the connections added in it, or cannot store them. */
export function StorageNotices() {
  const texts = useTexts('connections');
  const isDamaged = useAddedAreDamaged();
  const isUnsaved = useAddedAreUnsaved();
  return (
    <>
      {isDamaged && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={discardDamagedConnections}>
              {texts.damagedDiscard}
            </Button>
          }
        >
          <Box sx={{ fontWeight: 600 }}>{texts.damagedTitle}</Box>
          {texts.damagedText}
        </Alert>
      )}
      {isUnsaved && (
        <Alert severity="warning">
          <Box sx={{ fontWeight: 600 }}>{texts.unsavedTitle}</Box>
          {texts.unsavedText}
        </Alert>
      )}
    </>
  );
}
