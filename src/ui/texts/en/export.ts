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
  withCredentials: 'Write the credentials out',
  withCredentialsNote: 'Whoever reads the copy or the file can use them.',
  withAuth: 'Write “auth” beside username and password',
  withAuthNote: 'For tools that read nothing else. AI Core does not need it.',
  dockerConfigNote: 'Docker, podman and skopeo read “auth” only, so it is always there.',
  curlNote: (variables: readonly { name: string; host: string; field?: string }[]) =>
    `The command reads $TOKEN, AI Core’s bearer token, and ${variables
      .map(({ name, host, field }) =>
        field === undefined ? `$${name} for ${host}` : `$${name} for “${field}” of ${host}`,
      )
      .join(', ')}.`,
  invalidKubernetesName: 'Kubernetes does not allow this name, although AI Core does: change it in the file.',
  download: 'Download',
};
