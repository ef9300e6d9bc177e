import Box from '@mui/material/Box';
import type { Application } from '../api/applications.ts';
import { useConnection } from '../api/current-connection.tsx';
import { formatFolder } from '../domain/application/application-source.ts';
import { ApplicationLink } from '../ui/application-link.tsx';
import { WithName } from '../ui/layout/wording.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** Says which application keeps a template in sync, and with what. */
export function KeptInSync({ application }: { application: Application }) {
  const { keepsInSync } = useTexts('applications');
  const { id: tenant } = useConnection();
  const { name } = application;
  return (
    <Box sx={{ mt: 0.5 }}>
      <WithName wording={(link) => keepsInSync(link, formatFolder(application))} name={name}>
        <ApplicationLink tenant={tenant} name={name} />
      </WithName>
    </Box>
  );
}
