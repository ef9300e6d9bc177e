import { Alert } from '../../ui/feedback/alert.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

interface ConnectionGoneProps {
  readonly label: string;
  /** `changed` where there is another one of its id, to somewhere else. */
  readonly gone: 'removed' | 'changed';
}

/** Above a form that stays with what was typed into it, though its connection is no longer the one it was opened on. */
export function ConnectionGone({ label, gone }: ConnectionGoneProps) {
  const { connectionGone: texts } = useTexts('access');
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        <LinkButton to="/connections" color="inherit" size="small">
          {texts.open}
        </LinkButton>
      }
    >
      {texts[gone](label)}
    </Alert>
  );
}
