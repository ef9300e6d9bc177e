import { checkSecretName } from '../../domain/pull-secret/secret-name.ts';
import { listTemplateImages, type TemplateImage } from '../../domain/template/images/images.ts';
import {
  listPullSecrets,
  type NamedPullSecret,
  patchTemplate,
  type TemplateDocument,
  type TemplateWarning,
} from '../../domain/template/patch/patch-template.ts';
import type { TemplateProblem } from '../../domain/template/read/problem.ts';
import { checkRules, type TemplateHint } from '../../domain/template/rules/check-rules.ts';
import { readTemplate } from '../../domain/template/read/read-template.ts';
import { diffRows, type DiffRow, splitLines } from '../diff/diff-rows.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';
import { type FindForImage, imageFinder, type ImageFinding } from './image-findings.ts';

export interface AnalysisRequest {
  readonly text: string;
  /** Which of the texts that took one another's place as a whole this is a version of. */
  readonly edition: number;
  /** The secrets to put in. */
  readonly secretNames: readonly string[];
  /** Names in the template that give way to them. */
  readonly replace: readonly string[];
  /** The names of the tenant's secrets; undefined while they are not known. */
  readonly ofTenant: readonly string[] | undefined;
  /** What is known of the tenant's secrets, by name. */
  readonly known: ReadonlyMap<string, readonly KnownRegistry[]>;
}

const dockerHub = /^(?:https?:\/\/)?(?:index\.)?docker\.io(?:\/|$)/;
/** Of the secrets in SAP's documentation and tutorials. */
const exampleNames = new Set(['credstutorialrepo', 'docker-registry-secret', 'mydockerregistry']);

export type ImageOfTemplate = TemplateImage & ImageFinding;

/** A pull secret that the template names and the tenant does not have. */
interface StrangeName {
  readonly code: 'not-in-tenant';
  readonly line: number;
  readonly name: string;
  /** It is what SAP's tutorials call theirs. */
  readonly isExample: boolean;
}

export interface AnalysedDocument {
  readonly done: TemplateDocument;
  readonly warnings: readonly (TemplateWarning | StrangeName)[];
}

export interface TemplateAnalysis {
  /** The template with the secrets in it. */
  readonly text: string;
  /** Of the template as it was given. */
  readonly lineCount: number;
  readonly documents: readonly AnalysedDocument[];
  readonly problem: TemplateProblem | undefined;
  /** What SAP documents, and the templates do not have. */
  readonly hints: readonly TemplateHint[];
  readonly diff: readonly DiffRow[];
  readonly images: readonly ImageOfTemplate[];
  /** All secrets that pull these images: those that are chosen, and those that the templates name already. */
  readonly pullSecrets: readonly string[];
}

/** All that the page shows of a template. Runs in the worker: a text of 1 MB keeps it busy for a moment. */
export function analyseTemplate(request: AnalysisRequest): TemplateAnalysis {
  const { text, secretNames, replace } = request;
  const template = readTemplate(text);
  const { hunks, ...patched } = patchTemplate(template, secretNames, replace);
  const named = new Map<number, NamedPullSecret[]>();
  for (const secret of listPullSecrets(template)) {
    const ofDocument = named.get(secret.documentIndex);
    if (ofDocument) ofDocument.push(secret);
    else named.set(secret.documentIndex, [secret]);
  }
  const finders = new Map<number, { names: readonly string[]; find: FindForImage }>();
  const finderOf = (documentIndex: number) => {
    const there = finders.get(documentIndex);
    if (there !== undefined) return there;
    const names = pullSecretsOf(named.get(documentIndex) ?? [], request);
    const find = imageFinder(names.map((name) => ({ name, registries: request.known.get(name) })));
    finders.set(documentIndex, { names, find });
    return { names, find };
  };
  const images = listTemplateImages(template).map((image) => ({
    ...image,
    ...finderOf(image.documentIndex).find(image.filledIn ?? image.image, image.earlyReader),
  }));
  return {
    ...patched,
    lineCount: splitLines(text).length,
    documents: patched.documents.map((document) => ({
      done: document,
      warnings: [...document.warnings, ...strangeNames(document, named.get(document.index) ?? [], request)],
    })),
    hints: checkRules(template, { dockerUser: dockerUserOf(request) }),
    diff: diffRows(text, patched.text, hunks),
    images,
    pullSecrets: [...new Set([...finders.values()].flatMap(({ names }) => names))],
  };
}

/** The one username that the tenant's secrets are known to have at Docker Hub. */
function dockerUserOf({ known }: AnalysisRequest): string | undefined {
  const users = [...known.values()]
    .flat()
    .flatMap(({ host, username }) => (dockerHub.test(host) ? (username ?? []) : []));
  const [user, ...others] = new Set(users);
  return others.length === 0 ? user : undefined;
}

function pullSecretsOf(
  named: readonly NamedPullSecret[],
  { secretNames, replace }: AnalysisRequest,
): readonly string[] {
  // A name that is none is a placeholder, and gone once a secret is chosen.
  const gone = new Set(secretNames.length > 0 ? replace : []);
  const there = named
    .map(({ name }) => name)
    .filter((name) => checkSecretName(name) === undefined && !gone.has(name));
  return [...new Set([...there, ...secretNames])];
}

function strangeNames(
  { warnings }: TemplateDocument,
  named: readonly NamedPullSecret[],
  { ofTenant, secretNames, replace }: AnalysisRequest,
): StrangeName[] {
  if (ofTenant === undefined || named.length === 0) return [];
  const told = warnings.flatMap((warning) => ('name' in warning ? [warning.name] : []));
  const familiar = new Set([
    ...ofTenant,
    ...secretNames,
    ...told,
    ...(secretNames.length > 0 ? replace : []),
  ]);
  return named
    .filter(({ name }) => !familiar.has(name) && !name.includes('{{'))
    .map(({ line, name }) => ({ code: 'not-in-tenant', line, name, isExample: exampleNames.has(name) }));
}
