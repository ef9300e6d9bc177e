import type { TemplateDocument, TemplateWarning } from '../../../../domain/template/patch/patch-template.ts';
import type { TemplateProblem } from '../../../../domain/template/read/problem.ts';
import { formatBytes } from '../../format-bytes.ts';
import { formatList, formatNumber, plural } from '../../format.ts';

function problem({ code, detail }: TemplateProblem): string {
  switch (code) {
    case 'alias-without-anchor-name':
      return 'A name must follow “*”. If “*” is part of the text, put the text in quotes.';
    case 'bad-directive':
      return 'YAML reads a line that begins with “%” as a directive. Put the text in quotes.';
    case 'bad-escape':
      return 'YAML does not know this character after “\\” in double quotes. Write “\\\\” for a backslash.';
    case 'bad-indentation':
      return 'Wrong indentation. Indent this line like its neighbours.';
    case 'bad-start-character':
      return 'A value cannot begin with this character. Put the value in quotes.';
    case 'binary':
      return 'YAML does not allow this control character. Is it the right file?';
    case 'duplicate-key':
      return `“${detail}” occurs twice in the same mapping. Remove one of them.`;
    case 'helm-template':
      return 'This belongs to a Helm chart, which AI Core does not render. Paste the output of “helm template”.';
    case 'missing-colon':
      return 'A “:” is missing. Write “key: value”.';
    case 'nested-mapping':
      return 'Two “key: value” pairs on one line. Start a new line, or put the value in quotes.';
    case 'no-yaml':
      return 'Not valid YAML from here on.';
    case 'tab-indentation':
      return 'YAML does not allow tabs for indentation. Use spaces.';
    case 'too-deep':
      return 'Nested too deeply to be read.';
    case 'unclosed-bracket':
      return 'This bracket is never closed.';
    case 'unclosed-quote':
      return 'This quote is never closed.';
    case 'unexpected-text':
      return 'Unexpected text. Check for a missing quote or colon before it.';
    case 'unknown-alias':
      return `The alias “*${detail}” has no anchor “&${detail}”.`;
    case 'unquoted-placeholder':
      return 'A {{…}} without quotes is not valid YAML. Put the whole value in quotes.';
    case 'no-documents':
      return 'No template found, only comments or empty lines.';
    case 'not-a-mapping':
      return 'Not a template. A template begins with lines such as “apiVersion: …” and “kind: …”.';
    case 'aliased-place':
      return `“${detail}” comes from another place by an alias or a merge key, so the list cannot be added. Write it out here.`;
    case 'folded-lines-join':
      return 'The block string is folded (“>”) and would join the new lines. Start it with “|” instead.';
    case 'inner-several-documents':
      return 'The block string contains several documents. Leave only one.';
    case 'list-before-merge':
      return 'Argo lets this merge key replace the list above it. Move “<<” above imagePullSecrets.';
    case 'list-is-placeholder':
      return 'imagePullSecrets is a {{…}} that is filled in later, so nothing can be added here.';
    case 'list-not-a-list':
      return 'imagePullSecrets is not a list. Write its entries as “- name: …”.';
    case 'merged-list-unclear':
      return 'It is unclear which list of the merged mappings counts. Write imagePullSecrets out here.';
    case 'place-missing':
      return `“${detail}” is missing. Add it: the list belongs in it.`;
    case 'place-not-a-mapping':
      return `“${detail === '' ? 'The document' : detail}” must contain “key: value” lines.`;
    case 'quoted-string-unsupported':
      return 'The list cannot be added to a quoted string. Turn it into a block string with “|”.';
    case 'unsupported-layout':
      return 'This layout leaves no room for the list. Put each key on its own line.';
  }
}

function action(document: TemplateDocument): string {
  switch (document.action) {
    case 'inserted':
      return `imagePullSecrets added, ${lines(document.addedLines)}.`;
    case 'added':
      return `Added to the existing list, ${lines([...document.addedLines, ...document.changedLines])}.`;
    case 'replaced-placeholder':
      return `Placeholder replaced, ${lines([...document.changedLines, ...document.addedLines])}.`;
    case 'already-there':
      return 'Nothing to do: it already lists them.';
    case 'failed':
      return `Not changed: ${problem(document.problem)}`;
    case 'left-alone':
      return {
        'no-kind': 'Unchanged: it has no kind.',
        'other-kind': 'Unchanged: documents of this kind have no pull secrets here.',
        'other-api-group': 'Unchanged: its apiVersion belongs to another product.',
      }[document.reason];
  }
}

function lines(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? first;
  if (first === last) return `line ${first}`;
  return sorted.length === last - first + 1
    ? `lines ${first} to ${last}`
    : `lines ${formatList(sorted.map(String))}`;
}

/** A name in the text that is none of the tenant's secrets is known to the page only. */
type Warning = TemplateWarning | { code: 'not-in-tenant'; line: number; name: string; isExample: boolean };

function warning(found: Warning): string {
  switch (found.code) {
    case 'ignored-list-at-spec':
      return `Line ${found.line}: imagePullSecrets directly under spec has no effect in a ServingTemplate. Only the list inside spec.template.spec counts. You can remove it.`;
    case 'ignored-list':
      return `Line ${found.line}: imagePullSecrets at ${found.path} has no effect. You can remove it.`;
    case 'name-quoted':
      return `Line ${found.line}: the name looks like a number or a Boolean, so it is now in quotes.`;
    case 'placeholder-left':
      return `Line ${found.line}: the list contains a placeholder. Choose another secret, or remove it.`;
    case 'entry-without-name':
      return `Line ${found.line}: this entry has no name. Write “- name: …”.`;
    case 'shared-anchor':
      return `Line ${found.line}: other places refer to this by an alias and change with it.`;
    case 'list-expanded':
      return `Line ${found.line}: the list came from another place and is now written out here.`;
    case 'impossible-name':
      return `Line ${found.line}: “${found.name}” is not a valid secret name, so AI Core rejects the deployment. Kubernetes allows lowercase letters, digits, “-” and “.”.`;
    case 'not-in-tenant':
      return `Line ${found.line}: this tenant has no secret “${found.name}”. ${found.isExample ? 'SAP’s examples use that name. Choose your own.' : 'Register it, or choose another.'}`;
    case 'unquoted-placeholder':
      return `Line ${found.line}: a {{…}} without quotes is not valid YAML, so Argo and AI Core reject the file. Put the whole value in quotes.`;
    case 'tab-line':
      return `Line ${found.line}: this line begins with a tab, so Argo and AI Core reject the file. Delete the tab.`;
    case 'yaml-version':
      return `Line ${found.line}: Argo and AI Core read YAML 1.1 only and reject the file. Delete this line.`;
    case 'helm-template':
      return `Line ${found.line}: this belongs to a Helm chart, which AI Core does not render. Paste the output of “helm template”.`;
    case 'secret-object':
      return `Line ${found.line}: a Kubernetes Secret. AI Core does not sync a Git repository that contains one. Remove it.`;
  }
}

interface Facts {
  readonly documents: readonly { readonly done: TemplateDocument }[];
  readonly lineCount: number;
}

const lineForms = { one: 'line', other: 'lines' };

export const templates = {
  heading: 'Templates',

  field: 'Template (YAML)',
  fieldHint: 'Paste a template, or drop a file here.',
  openFile: 'Open file…',
  newTemplate: 'New template',
  /** What a text is: its one document's kind, or how many there are, and its length. */
  facts: ({ documents, lineCount }: Facts) => {
    const kind =
      documents.length === 1
        ? documents[0]?.done.kind
        : plural(documents.length, { one: 'document', other: 'documents' });
    const lineWords = plural(lineCount, lineForms);
    return kind === undefined ? lineWords : `${kind}, ${lineWords}`;
  },
  notText: (name: string) => `${name} is not a UTF-8 text file. Choose a YAML file.`,
  tooLarge: (name: string, maxBytes: number) =>
    `${name} is larger than ${formatBytes(maxBytes)}. Is it the right file?`,
  replaced: 'The previous text was set aside.',
  bringBack: 'Restore it',
  dismiss: 'Dismiss',
  editorPhrases: {
    next: 'Next',
    previous: 'Previous',
    all: 'All',
    'match case': 'Match case',
    regexp: 'Regular expression',
    'by word': 'Whole words',
    replace: 'Replace',
    'replace all': 'Replace all',
    close: 'Close the search',
  },
  position: (line: number, column: number) => `Line ${line}, column ${column}`,
  goToLine: (line: number) => `Go to line ${line}`,
  problem,
  tooSlow:
    'Reading this template took too long and was stopped. Your text is unchanged. Shorten it, or check it for errors.',
  crashed:
    'The console failed to read this template. Your text is unchanged. Copy it before you reload the page.',

  secrets: 'Pull secrets',
  chosenOf: (chosen: number, all: number) => `${formatNumber(chosen)} of ${formatNumber(all)} chosen`,
  search: 'Search secrets',
  found: (shown: number, all: number) => `${formatNumber(shown)} of ${formatNumber(all)} shown`,
  ofTenant: 'Secrets of this tenant',
  noSecrets: 'This tenant has no secret yet. You can enter the name of one that you will register.',
  noMatch: (search: string) => `No name contains “${search}”.`,
  otherName: 'Another name',
  otherNameHint: 'For a secret that is not registered yet',
  add: 'Add',
  notInTenant: 'not in this tenant',
  nothingChosen: 'Choose the secrets to add to the template.',
  inThisOrder: 'In this order:',

  starters: 'No template yet?',
  startersNote: 'Start with a minimal one, with the chosen secret and this image.',
  image: 'Image',
  imageHint: 'The image that the template runs',
  exampleImage: 'ghcr.io/your-team/your-image:1.0',
  startWith: (kind: string) => `Start with a ${kind}`,

  result: 'Result',
  shown: 'Shown',
  views: { template: 'Template', changes: 'Changes', result: 'Result' },
  emptyText:
    'Enter a WorkflowTemplate or ServingTemplate, and choose its pull secrets. The changes appear here. The template stays in this tab’s memory, for every tenant.',
  chooseSecret: 'Choose a secret to add the list.',
  unreadable: 'The result appears once the text can be read.',
  lastReadable: 'Result of the last readable text.',
  documents: 'Documents',
  document: (kind: string | undefined, name: string | undefined, position: number) =>
    kind === undefined ? `Document ${position}` : name === undefined ? kind : `${kind} ${name}`,
  action,
  warning,
  moreWarnings: (count: number) => `${plural(count, { one: 'more note', other: 'more notes' })}.`,
  replaceName: (name: string) => `Replace ${name}`,
  replacedName: (name: string) => `“${name}” is replaced by the chosen secret.`,
  keepName: (name: string) => `Keep ${name}`,
  diff: 'What changes',
  unchanged: 'No line changes.',
  changes: (added: number, removed: number) =>
    removed === 0
      ? `${plural(added, lineForms)} added`
      : `${plural(added, lineForms)} added, ${formatNumber(removed)} removed`,
  otherLines: 'Every other line is unchanged.',
  unfold: (count: number) =>
    `Show more of ${plural(count, { one: 'unchanged line', other: 'unchanged lines' })}`,
  copy: 'Copy template',
  download: 'Download',
  defaultFileName: 'template.yaml',

  images: 'Images',
  imagesNote:
    'Each image is compared with the console’s record of your secrets, by the rules of Kubernetes. Without credentials, only public images can be pulled.',
  noImages: 'No images found in this template.',
  imagesSummary: (covered: number, all: number) =>
    `${formatNumber(covered)} of ${plural(all, { one: 'image is', other: 'images are' })} covered.`,
  hideCovered: 'Hide covered images',
  line: (line: number) => `line ${line}`,
  unknownSecret: (name: string) => `Registry hosts in ${name}`,
  unknownSecretNote: (count: number) =>
    count === 1
      ? 'AI Core never returns what a secret contains, and this one was registered elsewhere. Enter its registry hosts to check the images.'
      : 'AI Core never returns what a secret contains, and these were registered elsewhere. Enter their registry hosts to check the images.',
  unknownSecretHint: 'Separated by commas. Used for this check only',
  filledIn: (image: string) =>
    `With its parameters’ values and defaults: ${image}. A configuration may set others.`,
};
