import type { Position } from '../read/position.ts';
import type { ReadTemplate } from '../read/read-template.ts';
import type { Edit } from '../read/text-view.ts';
import { checkArchives } from './artifacts.ts';
import { checkCommands, checkMain, checkUser } from './containers.ts';
import { type HintAt, type HintCode, maxPerCode, type RuleContext } from './hint.ts';
import { checkImages } from './images.ts';
import { checkMetadata, checkPlan } from './labels.ts';
import { checkName, findDuplicates } from './names.ts';
import { checkParameters, checkScenario } from './serving.ts';
import { listSubjects, type Subject } from './subject.ts';

/** A hint; line and column are from 1, the offsets of its edits are into the text as given. */
export interface TemplateHint extends Position {
  readonly code: HintCode;
  readonly detail: string;
  readonly documentIndex: number;
  readonly fix: readonly Edit[] | undefined;
}

/**
 * What SAP's documentation requires of WorkflowTemplates and ServingTemplates and those of a text lack, in the order of
 * the text. These are only hints: AI Core accepts many such templates all the same. Empty if the text cannot be read.
 * https://help.sap.com/docs/AI_CORE, “Workflow Templates” and “Serving Templates”.
 */
export function checkRules(template: ReadTemplate, context: RuleContext): TemplateHint[] {
  const { mark, positionOf } = template;
  const subjects = listSubjects(template);
  const duplicates = findDuplicates(subjects);
  const begun = new Set(subjects.filter(({ isServing }) => !isServing).map(({ scenario }) => scenario));
  const counts = new Map<HintCode, number>();
  const isOneTooMany = ({ code }: HintAt): boolean => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count > maxPerCode;
  };
  const found = subjects.flatMap((subject) =>
    hintsOf(subject, begun, context)
      .concat(duplicates.get(subject) ?? [])
      .filter((hint) => !isOneTooMany(hint))
      .map((hint) => ({ documentIndex: subject.index, ...hint })),
  );
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ code, offset, detail, documentIndex, fix }) => ({
      code,
      detail,
      documentIndex,
      ...positionOf(offset),
      fix: fix?.map(({ start, end, insert }) => ({
        start: start + mark.length,
        end: end + mark.length,
        insert,
      })),
    }));
}

function hintsOf(subject: Subject, begun: ReadonlySet<string | undefined>, context: RuleContext): HintAt[] {
  return [
    ...checkName(subject),
    ...checkMetadata(subject),
    ...checkPlan(subject),
    ...checkParameters(subject),
    ...checkScenario(subject, begun),
    ...checkCommands(subject),
    ...checkMain(subject),
    ...checkUser(subject),
    ...checkArchives(subject),
    ...checkImages(subject, context),
  ];
}
