import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { applicationsQuery } from '../api/applications.ts';
import { useConnection } from '../api/current-connection.tsx';
import { repositoriesQuery } from '../api/repositories.ts';
import { NameList } from '../ui/layout/name-list.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** The applications that read a repository; empty if they cannot be read. */
export function ApplicationsReading({ repository }: { repository: string }) {
  const texts = useTexts('applications');
  const connection = useConnection();
  const applications = useQuery(applicationsQuery(connection));
  const repositories = useQuery(repositoriesQuery(connection));
  const url = repositories.data?.find(({ name }) => name === repository)?.url;
  if (!applications.data || url === undefined) return undefined;
  const names = applications.data
    .filter(({ repositoryUrl }) => repositoryUrl === url)
    .map(({ name }) => name);
  if (names.length > 0) return <NameList lead={texts.readFrom(names.length)} names={names} />;
  return <Box sx={{ mt: 1, typography: 'body2' }}>{texts.readFromNone}</Box>;
}
