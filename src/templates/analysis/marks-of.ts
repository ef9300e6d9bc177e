import type { Catalogue } from '../../ui/texts/texts.ts';
import type { Mark } from '../editor/marks.ts';
import type { TemplateAnalysis } from './analyse-template.ts';

/** What to mark in the text, from its top to its end: what keeps it from being read or patched, and what to look at. */
export function marksOf(
  { problem, documents }: TemplateAnalysis,
  texts: Pick<Catalogue['templates'], 'problem' | 'warning'>,
): Mark[] {
  const problems = documents.flatMap(({ done }) => (done.action === 'failed' ? done.problem : []));
  const errors = (problem ? [problem, ...problems] : problems)
    // An empty text is none yet.
    .filter(({ code }) => code !== 'no-documents')
    .map((found): Mark => {
      const { line, column } = found;
      return { severity: 'error', line, column, message: texts.problem(found) };
    });
  const warnings = documents
    .flatMap((document) => document.warnings)
    .map((found): Mark => ({
      severity: 'warning',
      line: found.line,
      column: undefined,
      message: texts.warning(found),
    }));
  return [...errors, ...warnings].toSorted((a, b) => a.line - b.line);
}
