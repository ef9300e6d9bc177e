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
  /** Counts the texts that have replaced each other as a whole; this is a version of one of them. */
  readonly edition: number;
  /** The secrets to insert. */
  readonly secretNames: readonly string[];
  /** Names in the template to be replaced by them. */
  readonly replace: readonly string[];
  /** The names of the tenant's secrets; undefined until they are known. */
  readonly ofTenant: readonly string[] | undefined;
  /** What is known of the tenant's secrets, by name. */
  readonly known: ReadonlyMap<string, readonly KnownRegistry[]>;
}

const dockerHub = /^(?:https?:\/\/)?(?:index\.)?docker\.io(?:\/|$)/;
/** The secret names in SAP's documentation and tutorials. */
const exampleNames = new Set(['credstutorialrepo', 'docker-registry-secret', 'mydockerregistry']);

export type ImageOfTemplate = TemplateImage & ImageFinding;

/** A pull secret that the template names but the tenant lacks. */
interface StrangeName {
  readonly code: 'not-in-tenant';
  readonly line: number;
  readonly name: string;
  /** It is a name from SAP's tutorials. */
  readonly isExample: boolean;
}

export interface AnalysedDocument {
  readonly done: TemplateDocument;
  readonly warnings: readonly (TemplateWarning | StrangeName)[];
}

export interface TemplateAnalysis {
  /** The template with the secrets inserted. */
  readonly text: string;
  /** For the template as it was given. */
  readonly lineCount: number;
  readonly documents: readonly AnalysedDocument[];
  readonly problem: TemplateProblem | undefined;
  /** Rules in SAP's documentation that the templates break. */
  readonly hints: readonly TemplateHint[];
  readonly diff: readonly DiffRow[];
  readonly images: readonly ImageOfTemplate[];
  /** All secrets that pull these images: the chosen ones, and those already named in the template. */
  readonly pullSecrets: readonly string[];
}

/** Everything the page shows about a template. Runs in the worker: a text of 1 MB takes a moment. */
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

/** The only username that the tenant's secrets are known to have at Docker Hub. */
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
  // An invalid name is a placeholder, which is replaced once a secret is chosen.
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
