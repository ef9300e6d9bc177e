import { describe, expect, it } from 'vitest';
import { findApplicationProblem, type ProblemContext } from './application-problem.ts';
import { parseApplicationStatus } from './application-status.ts';

const repositoryUrl = 'https://github.com/team/repo';
const application = { name: 'app', repositoryUrl, revision: 'main', path: 'workflows' };
const repository = { name: 'repo', url: repositoryUrl, status: 'COMPLETED' } as const;
const known: ProblemContext = { applications: [application], repositories: [repository] };
const nothing: ProblemContext = { applications: undefined, repositories: undefined };

function failing(message: string) {
  return parseApplicationStatus({ syncStatus: 'Unknown', healthStatus: 'Healthy', message });
}
function withSecret(status: string) {
  return parseApplicationStatus({
    syncStatus: 'OutOfSync',
    message: 'one or more tasks are not valid',
    syncResourcesStatus: [{ kind: 'Secret', name: 'login', status }],
  });
}
const synced = parseApplicationStatus({ syncStatus: 'Synced', healthStatus: 'Healthy' });
const refused = `application repo ${repositoryUrl} is not permitted in project 'x'`;

describe('findApplicationProblem', () => {
  it.each([
    [
      'rpc error: code = Unknown desc = Manifest error: workflows: app path does not exist',
      { code: 'path-missing' },
    ],
    ["rpc error: Unable to resolve 'v9' to a commit SHA", { code: 'revision-missing' }],
    ['Failed to unmarshal "train.yaml": bad', { code: 'unreadable-template', file: 'train.yaml' }],
    ['failed to unmarshal manifest', { code: 'unreadable-template', file: '' }],
    [refused, { code: 'not-registered' }],
    ['something new', { code: 'other' }],
    ['', undefined],
  ])('for the message %j: %j', (message, problem) => {
    expect(findApplicationProblem(application, failing(message), nothing)).toEqual(problem);
  });

  it('reports the spelling if the repository is registered under another one', () => {
    const repositories = [{ ...repository, url: 'https://github.com/Team/repo' }];
    expect(findApplicationProblem(application, failing(refused), { ...known, repositories })).toEqual({
      code: 'other-spelling',
      url: 'https://github.com/Team/repo',
    });
  });

  it('reports an empty path, whatever AI Core says', () => {
    const empty = { ...application, path: ' ' };
    expect(findApplicationProblem(empty, failing('required'), known)).toEqual({ code: 'path-empty' });
  });

  it('reports a Kubernetes Secret in the folder that was not synchronised', () => {
    expect(findApplicationProblem(application, withSecret('OutOfSync'), known)).toEqual({
      code: 'holds-secret',
      name: 'login',
    });
    expect(findApplicationProblem(application, withSecret('Synced'), known)).toEqual({ code: 'other' });
  });

  it('reports a twin, even while AI Core reports no error', () => {
    const applications = [application, { ...application, name: 'twin' }];
    expect(findApplicationProblem(application, synced, { ...known, applications })).toEqual({
      code: 'shared',
      names: ['twin'],
    });
  });

  it('reports the repository if AI Core cannot read it either', () => {
    const repositories = [{ ...repository, status: 'ERROR' } as const];
    const context = { ...known, repositories };
    expect(findApplicationProblem(application, failing('authentication required'), context)).toEqual({
      code: 'repository-error',
      name: 'repo',
    });
    expect(findApplicationProblem(application, synced, context)).toBeUndefined();
  });

  it('reports nothing for a synchronised application, whatever its message says', () => {
    expect(
      findApplicationProblem(application, { ...synced, message: 'a new replica is up' }, known),
    ).toBeUndefined();
  });

  it('reports an unknown problem if the health is bad', () => {
    const degraded = { ...synced, health: 'Degraded' } as const;
    expect(findApplicationProblem(application, degraded, known)).toEqual({ code: 'other' });
  });
});
