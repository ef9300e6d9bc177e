import Box from '@mui/material/Box';
import { Alert } from '../feedback/alert.tsx';
import { TextLink } from '../text-link.tsx';
import { useTexts } from '../texts/texts.ts';

/** Replaces an approved run whose plan can no longer be run. */
export function PlanGone() {
  const texts = useTexts('approvals');
  return (
    <Alert severity="warning">
      <Box sx={{ mb: 0.5 }}>{texts.gone}</Box>
      <TextLink to="/approvals">{texts.allPlans}</TextLink>
    </Alert>
  );
}
