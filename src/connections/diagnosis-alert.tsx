import Box from '@mui/material/Box';
import type { ConnectionTestResult } from '../api/connection-test.ts';
import { Alert } from '../ui/feedback/alert.tsx';
import type { Connection } from '../domain/connection/connection.ts';
import { ProblemSentences } from '../ui/feedback/problem-sentences.tsx';
import { ServerWords } from '../ui/feedback/server-words.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface DiagnosisAlertProps extends ConnectionTestResult {
  readonly connection: Pick<Connection, 'auth' | 'baseUrl'>;
}

/** The result of a connection test, and what to do about it. */
export function DiagnosisAlert({ diagnosis, connection, hasToken }: DiagnosisAlertProps) {
  const texts = useTexts('connections');
  if (diagnosis.code === 'works') {
    return (
      <Alert severity="success">
        <Box sx={{ fontWeight: 600 }}>{texts.works}</Box>
        <Box component="dl" sx={factsStyle}>
          <Fact name={texts.tenantId} value={diagnosis.tenant.tenantId} />
          <Fact name={texts.servicePlan} value={diagnosis.tenant.servicePlan} />
          <Fact name={texts.tenantStatus} value={diagnosis.tenant.status} />
          <Fact name={texts.quota} value={texts.quotaUsed(diagnosis.secrets, diagnosis.quota)} />
        </Box>
      </Alert>
    );
  }
  if (diagnosis.code === 'failed') {
    return (
      <Alert severity="error">
        <ProblemSentences error={diagnosis.problem} />
      </Alert>
    );
  }
  const { title, advice } = texts.diagnosis(diagnosis, {
    auth: connection.auth,
    hasToken,
    pageOrigin: location.origin,
    proxyOrigin: originOf(connection.baseUrl),
  });
  const needsToken = diagnosis.code === 'unauthorized' && connection.auth === 'bearer' && !hasToken;
  return (
    <Alert severity={needsToken ? 'info' : 'error'}>
      <Box sx={{ fontWeight: 600 }}>{title}</Box>
      <Box sx={{ overflowWrap: 'anywhere' }}>{advice}</Box>
      {'problem' in diagnosis && (
        <Box sx={{ mt: 0.5, typography: 'caption', overflowWrap: 'anywhere' }}>
          <ServerWords problem={diagnosis.problem} />
        </Box>
      )}
    </Alert>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

const factsStyle = {
  m: 0,
  mt: 0.5,
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'auto minmax(0, 1fr)' },
  columnGap: 2,
  '& dt': { color: 'text.secondary' },
  '& dd': { m: 0, overflowWrap: 'anywhere' },
} as const;

/** Anything that is not a URL is shown unchanged. */
function originOf(baseUrl: string): string {
  return URL.canParse(baseUrl, location.href) ? new URL(baseUrl, location.href).origin : baseUrl;
}
