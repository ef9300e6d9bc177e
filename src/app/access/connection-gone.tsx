import { Alert } from '../../ui/feedback/alert.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

interface ConnectionGoneProps {
  readonly label: string;
  /** `changed` if its id now belongs to a connection with another address. */
  readonly gone: 'removed' | 'changed';
}

/** Above a form that keeps its input although its connection was changed or removed. */
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
