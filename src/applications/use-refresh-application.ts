import { useQueryClient } from '@tanstack/react-query';
import { awaitReconciliation, refreshApplication } from '../api/applications.ts';
import { useConnection } from '../api/current-connection.tsx';
import { queryKeys } from '../api/query-keys.ts';
import { useWrite } from '../ui/form/use-write.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { showToast } from '../ui/toasts/toasts.ts';

/** Asks AI Core to look at an application soon, and follows its status. */
export function useRefreshApplication() {
  const texts = useTexts('applications');
  const connection = useConnection();
  const queryClient = useQueryClient();
  return useWrite<string>({
    send: (name) => refreshApplication(connection, name),
    findOut: () => Promise.resolve('repeatable'),
    refresh: () =>
      queryClient.invalidateQueries({ queryKey: queryKeys.list(connection, 'applications'), exact: true }),
    onDone: (name) => {
      awaitReconciliation(queryClient, connection, name);
      showToast({ text: texts.refreshed(name) });
    },
  });
}
