import { describe, expect, it } from 'vitest';
import type { FollowedStatus } from '../api/applications.ts';
import { parseApplicationStatus } from '../domain/application/application-status.ts';
import { viewApplication } from './application-view.ts';

const application = {
  name: 'nightly',
  repositoryUrl: 'https://github.com/team/app',
  revision: 'main',
  path: 'workflows',
};
const context = { applications: [application], repositories: [] };
const failed: FollowedStatus = {
  ...parseApplicationStatus({ syncStatus: 'Unknown', message: 'workflows: app path does not exist' }),
  awaiting: undefined,
  readsInProgress: 0,
};

describe('viewApplication', () => {
  it('knows nothing until the status was read, and then why that failed', () => {
    const view = viewApplication(application, { data: undefined, error: null }, context);
    expect(view).toEqual({
      application,
      status: undefined,
      state: undefined,
      problem: undefined,
      error: undefined,
    });
    const error = new Error('not read');
    expect(viewApplication(application, { data: undefined, error }, context).error).toBe(error);
  });

  it('tells what is wrong, also where a later read failed', () => {
    const view = viewApplication(application, { data: failed, error: new Error('not read') }, context);
    expect(view).toMatchObject({ state: 'failed', problem: { code: 'path-missing' }, error: undefined });
  });

  it('says nothing of what was wrong before, while AI Core takes up a change', () => {
    const view = viewApplication(application, { data: { ...failed, awaiting: '' }, error: null }, context);
    expect(view).toMatchObject({ state: 'syncing', problem: undefined });
  });
});
