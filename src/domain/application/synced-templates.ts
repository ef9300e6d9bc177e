import type { SyncedResource } from './application-status.ts';

/** An application with the templates that it keeps in sync. */
export interface WithTemplates<Application> {
  readonly application: Application;
  readonly templates: readonly Pick<SyncedResource, 'kind' | 'name'>[];
}

/** The applications that keep the template of that kind and name in sync, letter by letter. */
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
