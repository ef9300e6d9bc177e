import { describe, expect, it } from 'vitest';
import { applicationForm as texts } from '../ui/texts/en/applications/application-form.ts';
import {
  applicationFormSchema,
  toApplication,
  type ApplicationFormRules,
} from './application-form-values.ts';

const repositoryUrl = 'https://github.com/team/app';
const valid = { repositoryUrl, revision: 'main', path: 'workflows', name: 'nightly' };
const rules: ApplicationFormRules = {
  texts,
  registered: [repositoryUrl],
  taken: [{ name: 'other', repositoryUrl, revision: 'main', path: 'taken' }],
  changing: false,
};

/** The fields that are wrong, and what is said at them. */
function problems(values: object, changes: Partial<ApplicationFormRules> = {}): unknown {
  const result = applicationFormSchema({ ...rules, ...changes }).safeParse({ ...valid, ...values });
  return (result.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
}

describe('the form of an application', () => {
  it('takes what AI Core takes', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ repositoryUrl: 'https://github.com/not/known' }, { registered: undefined })).toEqual(
      [],
    );
  });

  it('says at each field what is wrong', () => {
    expect(problems({ repositoryUrl: '', revision: '', path: '', name: '' })).toEqual([
      ['repositoryUrl', texts.repositoryProblem('empty')],
      ['revision', texts.revisionProblem('empty')],
      ['path', texts.pathProblem('empty')],
      ['name', texts.nameProblem({ code: 'empty' })],
    ]);
    expect(problems({ repositoryUrl: 'https://github.com/Team/app' })).toEqual([
      ['repositoryUrl', texts.repositoryProblem('other-spelling')],
    ]);
    expect(problems({ name: 'other' })).toEqual([['name', texts.nameTaken('other')]]);
  });

  it('refuses at the path what another application reads', () => {
    expect(problems({ path: 'taken/' })).toEqual([['path', texts.sameSource('other')]]);
    expect(problems({ path: 'taken', revision: 'v2' })).toEqual([]);
  });

  it('lets an application that is changed keep its name and what it reads', () => {
    expect(problems({ name: 'other', path: 'taken' }, { changing: true })).toEqual([]);
  });

  it('hands on what was typed without the white space around it', () => {
    expect(toApplication({ ...valid, revision: ' main ', path: ' workflows' })).toEqual(valid);
  });
});
