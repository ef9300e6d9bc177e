import { useNavigate } from '@tanstack/react-router';
import { useConnection, useMayWrite } from '../api/current-connection.tsx';
import { imagePullSecretsList } from '../domain/pull-secret/snippets.ts';
import { copyText } from '../ui/media/copy-text.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { showToast } from '../ui/toasts/toasts.ts';
import type { SecretDialog } from './list/open-dialog.ts';
import { isWrite, type SecretAct } from './list/secret-act.ts';

/** Runs the actions for a secret; changing expiry or details and deleting open dialogs of the page. */
export function useSecretActs(openDialog: (kind: SecretDialog, name: string) => void) {
  const texts = useTexts('secrets');
  const { readOnly } = useTexts('common');
  const { id: tenant } = useConnection();
  const mayWrite = useMayWrite('dockerRegistrySecrets');
  const navigate = useNavigate();

  const copy = (names: readonly string[]) =>
    void copyText(imagePullSecretsList(names)).then(
      () =>
        showToast(
          names.length === 1
            ? { text: (name) => texts.snippetCopied([name]), name: names.join() }
            : { text: texts.snippetCopied(names) },
        ),
      () => showToast({ text: texts.copyFailed, failed: true }),
    );
  const act = (what: SecretAct, name: string) => {
    if (isWrite(what) && !mayWrite) {
      showToast({ text: readOnly });
      return;
    }
    switch (what) {
      case 'copy':
        copy([name]);
        break;
      case 'template':
        void navigate({ to: '/$tenant/templates', params: { tenant }, search: { secret: name } });
        break;
      case 'rotate':
        void navigate({ to: '/$tenant/docker-registry-secrets/$name/rotate', params: { tenant, name } });
        break;
      case 'roll-out':
        void navigate({ to: '/rollout', search: { secret: name } });
        break;
      case 'expiry':
      case 'details':
      case 'delete':
        openDialog(what, name);
    }
  };
  return { act, copy, mayWrite };
}
