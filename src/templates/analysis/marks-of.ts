import type { Catalogue } from '../../ui/texts/texts.ts';
import type { Mark } from '../editor/marks.ts';
import { hintLevels } from '../../domain/template/rules/hint.ts';
import type { TemplateAnalysis } from './analyse-template.ts';

/** The places to mark in the text: first problems with reading and patching it, then broken rules. */
export function marksOf(
  { problem, documents, hints }: TemplateAnalysis,
  texts: Pick<Catalogue['templates'], 'problem' | 'warning'>,
  hintTexts: Pick<Catalogue['templateHints'], 'hint'>,
): Mark[] {
  const problems = documents.flatMap(({ done }) => (done.action === 'failed' ? done.problem : []));
  const errors = (problem ? [problem, ...problems] : problems)
    // An empty text is not a problem yet.
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
  const broken = hints
    .filter(({ code }) => hintLevels[code] === 'rule')
    .map((found): Mark => {
      const { line, column } = found;
      return { severity: 'info', line, column, message: hintTexts.hint(found) };
    });
  // The editor limits the number of marks, so the hints come last.
  return [...[...errors, ...warnings].toSorted((a, b) => a.line - b.line), ...broken];
}
