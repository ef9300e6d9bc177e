import { z } from 'zod/mini';
import type { Application } from '../api/applications.ts';
import { checkApplicationName } from '../domain/application/application-name.ts';
import {
  checkPath,
  checkRepositoryChoice,
  checkRevision,
  findTwins,
} from '../domain/application/application-source.ts';
import { reportProblem } from '../ui/form/form-rules.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

/** The values as the form shows them. */
export interface ApplicationFormValues {
  repositoryUrl: string;
  revision: string;
  path: string;
  name: string;
}

/** AI Core's word for the newest commit of the default branch. */
const defaultRevision = 'HEAD';

export const emptyApplication: ApplicationFormValues = {
  repositoryUrl: '',
  revision: defaultRevision,
  path: '',
  name: '',
};

export interface ApplicationFormRules {
  readonly texts: Catalogue['applicationForm'];
  /** The URLs of the tenant's repositories, if they could be read. */
  readonly registered: readonly string[] | undefined;
  /** Existing applications, whose names and sources cannot be used again. */
  readonly taken: readonly Application[];
  /** The name cannot be changed. */
  readonly changing: boolean;
}

/** The rules of the form; each violation is a message at its field. */
export function applicationFormSchema({ texts, registered, taken, changing }: ApplicationFormRules) {
  const fields = z.object({
    repositoryUrl: z.string().check((context) => {
      const problem = checkRepositoryChoice(context.value, registered);
      if (problem) reportProblem(context, texts.repositoryProblem(problem.code));
    }),
    revision: z.string().check((context) => {
      const problem = checkRevision(context.value);
      if (problem) reportProblem(context, texts.revisionProblem(problem.code));
    }),
    path: z.string().check((context) => {
      const problem = checkPath(context.value);
      if (problem) reportProblem(context, texts.pathProblem(problem.code));
    }),
    name: z.string().check((context) => {
      if (changing) return;
      const problem = checkApplicationName(context.value);
      if (problem) reportProblem(context, texts.nameProblem(problem));
      else if (taken.some(({ name }) => name === context.value))
        reportProblem(context, texts.nameTaken(context.value));
    }),
  });
  return fields.check((context) => {
    const [twin] = findTwins(context.value, changing ? context.value.name : '', taken);
    if (twin) reportProblem(context, texts.sameSource(twin.name), ['path']);
  });
}

/** What is sent: the values without surrounding white space. */
export function toApplication({ repositoryUrl, revision, path, name }: ApplicationFormValues): Application {
  return { name, repositoryUrl, revision: revision.trim(), path: path.trim() };
}
