import type { ExportFormat } from '../../../domain/pull-secret/export.ts';

const formats: Record<ExportFormat, string> = {
  'request-body': 'Request body',
  curl: 'curl command',
  'kubernetes-secret': 'Kubernetes Secret',
  'docker-config': 'Docker config.json',
};

export const exportTexts = {
  heading: 'Export',
  open: 'Export…',
  format: (format: ExportFormat) => formats[format],
  withCredentials: 'Include credentials',
  withCredentialsNote: 'Anyone who reads the copy or the file can use them.',
  withAuth: 'Include “auth” beside username and password',
  withAuthNote: 'For tools that read only “auth”. AI Core does not need it.',
  dockerConfigNote: 'Docker, podman and skopeo read only “auth”, so it is always included.',
  curlNote: (variables: readonly { name: string; host: string; field?: string }[]) =>
    `The command reads $TOKEN, the AI Core bearer token, and ${variables
      .map(({ name, host, field }) =>
        field === undefined ? `$${name} for ${host}` : `$${name} for “${field}” of ${host}`,
      )
      .join(', ')}.`,
  invalidKubernetesName: 'Kubernetes does not allow this name, though AI Core does. Change it in the file.',
  download: 'Download',
};
