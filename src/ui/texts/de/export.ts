import type { ExportFormat } from '../../../domain/pull-secret/export.ts';
import type { exportTexts as en } from '../en/export.ts';
import type { Translated } from '../translated.ts';

const formats: Record<ExportFormat, string> = {
  'request-body': 'Request-Body',
  curl: 'curl-Befehl',
  'kubernetes-secret': 'Kubernetes-Secret',
  'docker-config': 'Docker-config.json',
};

export const exportTexts: Translated<typeof en> = {
  heading: 'Exportieren',
  open: 'Exportieren…',
  format: (format) => formats[format],
  withCredentials: 'Mit Zugangsdaten',
  withCredentialsNote: 'Wer die Kopie oder die Datei liest, kann sie verwenden.',
  withAuth: '„auth“ neben Benutzername und Passwort aufnehmen',
  withAuthNote: 'Für Werkzeuge, die nur „auth“ lesen. AI Core benötigt es nicht.',
  dockerConfigNote: 'Docker, podman und skopeo lesen nur „auth“, daher ist es immer enthalten.',
  curlNote: (variables) =>
    `Der Befehl liest $TOKEN, das Bearer-Token von AI Core, und ${variables
      .map(({ name, host, field }) =>
        field === undefined ? `$${name} für ${host}` : `$${name} für „${field}“ von ${host}`,
      )
      .join(', ')}.`,
  invalidKubernetesName:
    'Kubernetes lässt diesen Namen nicht zu, AI Core dagegen schon. In der Datei ändern.',
  download: 'Herunterladen',
};
