import { z } from 'zod/mini';
import type { RepositoryBody } from '../api/repositories.ts';
import {
  checkRepositoryName,
  proposeRepositoryName,
  maxRepositoryNameLength,
} from '../domain/git/repository-name.ts';
import { checkRepositoryUrl, repositoryIdentity } from '../domain/git/repository-url.ts';
import { removeUrlCredentials } from '../domain/text/url-credentials.ts';
import { credentialRules, reportProblem } from '../ui/form/form-rules.ts';
import type { Catalogue } from '../ui/texts/texts.ts';

/** The values as the form shows them; `accessToken` is the field "Access token". */
export interface RepositoryFormValues {
  url: string;
  name: string;
  username: string;
  accessToken: string;
}

/** A repository that is registered already. */
export interface TakenRepository {
  readonly name: string;
  readonly url: string;
}

export const emptyRepository: RepositoryFormValues = { url: '', name: '', username: '', accessToken: '' };

export interface RepositoryFormRules {
  readonly texts: Catalogue['repositoryForm'];
  readonly credentialTexts: Catalogue['credentials'];
  readonly taken: readonly TakenRepository[];
  /** Name and URL are fixed; only the credentials change. */
  readonly rotating: boolean;
}

/** The rules of the form; each violation is a message at its field. */
export function repositoryFormSchema({ texts, credentialTexts, taken, rotating }: RepositoryFormRules) {
  const url = z.string().check((context) => {
    const { problem } = checkRepositoryUrl(context.value);
    const same = findSameRepository(context.value, taken);
    if (problem) reportProblem(context, texts.urlProblem(problem.code));
    else if (same) reportProblem(context, texts.urlTaken(same.name, same.url));
  });
  const name = z.string().check((context) => {
    const problem = checkRepositoryName(context.value);
    if (problem) reportProblem(context, texts.nameProblem(problem));
    else if (taken.some((repository) => repository.name === context.value))
      reportProblem(context, texts.nameTaken(context.value));
  });
  return z.object({
    url: rotating ? z.string() : url,
    name: rotating ? z.string() : name,
    ...credentialRules(credentialTexts),
  });
}

/** The body for `POST /admin/repositories`: the URL normalised for AI Core, the rest as typed. */
export function toRepositoryBody({ url, name, username, accessToken }: RepositoryFormValues): RepositoryBody {
  return { name, url: checkRepositoryUrl(url).url ?? url, username, password: accessToken };
}

/** The registered repository that AI Core considers the same, however its URL is spelled. */
export function findSameRepository(
  url: string,
  taken: readonly TakenRepository[],
): TakenRepository | undefined {
  if (url.trim() === '') return undefined;
  const identity = repositoryIdentity(url);
  return taken.find((repository) => repositoryIdentity(repository.url) === identity);
}

/** Suggests a name for the repository at a URL, numbered if it is in use; empty without a usable URL. */
export function proposeFreeName(url: string, taken: readonly TakenRepository[]): string {
  const check = checkRepositoryUrl(url);
  const usable = check.url ?? check.problem?.suggestion;
  if (usable === undefined) return '';
  const names = new Set(taken.map(({ name }) => name));
  const proposed = proposeRepositoryName(usable);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const name = proposed.slice(0, maxRepositoryNameLength - suffix.length) + suffix;
    if (!names.has(name)) return name;
  }
}

export interface MovedCredentials {
  /** The URL without the credentials. */
  readonly url: string;
  readonly username: string;
  readonly accessToken: string;
  /** A field had another value, which it keeps. */
  readonly kept: boolean;
}

/** Moves username and token out of an otherwise complete URL into empty fields; undefined if the URL contains none. */
export function moveCredentials(values: RepositoryFormValues): MovedCredentials | undefined {
  const { url, problem, credentials } = checkRepositoryUrl(values.url);
  const clean = url ?? (problem?.suggestion === undefined ? undefined : removeUrlCredentials(values.url));
  if (clean === undefined || credentials === undefined) return undefined;
  const username = values.username === '' ? credentials.username : values.username;
  const accessToken = values.accessToken === '' ? credentials.password : values.accessToken;
  const kept =
    (credentials.username !== '' && username !== credentials.username) ||
    (credentials.password !== '' && accessToken !== credentials.password);
  return { url: clean, username, accessToken, kept };
}
