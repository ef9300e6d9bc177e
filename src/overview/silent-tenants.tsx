import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Alert } from '../ui/feedback/alert.tsx';
import type { ApiError } from '../domain/api-problem.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { ServerWords } from '../ui/feedback/problem-text.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { minutesSince, useNow } from '../ui/media/use-now.ts';

interface SilentTenant {
  readonly connection: Connection;
  readonly problem: ApiError;
  /** When what is shown of it was read, in milliseconds since 1970; without it, nothing is known. */
  readonly readAt?: number;
}

interface SilentTenantsProps {
  readonly tenants: readonly SilentTenant[];
  readonly onRetry: (ids: readonly string[]) => void;
}

/** The tenants that did not answer, each with its reason and its own retry. */
export function SilentTenants({ tenants, onRetry }: SilentTenantsProps) {
  const texts = useTexts('overview');
  const { problem: problemText, age } = useTexts('common');
  const now = useNow();
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={
        tenants.length > 1 && (
          <Button
            color="inherit"
            size="small"
            onClick={() => onRetry(tenants.map(({ connection }) => connection.id))}
          >
            {texts.retryAll}
          </Button>
        )
      }
    >
      <Box sx={{ fontWeight: 600 }}>{texts.silentHeading(tenants.length)}</Box>
      <Box>{texts.silentNote}</Box>
      <Box
        component="ul"
        tabIndex={0}
        aria-label={texts.silentHeading(tenants.length)}
        sx={{ m: 0, mt: 1, p: 0, listStyle: 'none', maxHeight: 180, overflow: 'auto' }}
      >
        {tenants.map(({ connection: { id, label }, problem, readAt }) => (
          <Box component="li" key={id} sx={itemStyle}>
            <Box sx={{ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }}>
              <b>{label}</b>: {problemText(problem).title}
              {readAt !== undefined && <div>{texts.shownIsOld(age(minutesSince(readAt, now)))}</div>}
              <Box sx={{ typography: 'caption' }}>
                <ServerWords problem={problem} />
              </Box>
            </Box>
            <Button
              color="inherit"
              size="small"
              aria-label={texts.retryOf(label)}
              onClick={() => onRetry([id])}
            >
              {texts.retry}
            </Button>
          </Box>
        ))}
      </Box>
    </Alert>
  );
}

const itemStyle = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.25 } as const;
