import type { SyncedResource } from './application-status.ts';

/** An application and the templates that it synchronises. */
export interface WithTemplates<Application> {
  readonly application: Application;
  readonly templates: readonly Pick<SyncedResource, 'kind' | 'name'>[];
}

/** The applications that synchronise the template with exactly this kind and name. */
export function findSyncing<Application>(
  template: { readonly kind: string | undefined; readonly name: string | undefined },
  applications: readonly WithTemplates<Application>[],
): Application[] {
  return applications
    .filter(({ templates }) =>
      templates.some(({ kind, name }) => name !== '' && kind === template.kind && name === template.name),
    )
    .map(({ application }) => application);
}
