import { checkRepositoryUrl } from '../domain/git/repository-url.ts';
import { suggestionNotes, type FieldNote } from '../ui/form/field-notes.tsx';
import type { Catalogue } from '../ui/texts/texts.ts';

/** Remarks about the URL, with the correct URL where it is clear. */
export function urlNotes(
  texts: Pick<Catalogue['repositoryForm'], 'urlWarning'> & Pick<Catalogue['objects'], 'suggestion' | 'use'>,
  typed: string,
  replace: (url: string) => void,
): FieldNote[] {
  if (typed === '') return [];
  const { problem, warnings } = checkRepositoryUrl(typed);
  const fix = (suggestion: string) => ({
    label: texts.use(suggestion),
    apply: () => replace(suggestion),
  });
  if (problem) return suggestionNotes(texts, problem.suggestion, replace);
  return warnings.map((warning): FieldNote => {
    const text = texts.urlWarning(warning);
    if ('suggestion' in warning)
      return { id: warning.code, severity: 'warning', text, fix: fix(warning.suggestion) };
    const harmless = warning.code === 'query-removed' || warning.code === 'fragment-removed';
    return { id: warning.code, severity: harmless ? 'info' : 'warning', text };
  });
}
