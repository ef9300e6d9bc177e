import type { TemplateDocument, TemplateWarning } from '../../../domain/template/patch/patch-template.ts';
import type { TemplateProblem } from '../../../domain/template/read/problem.ts';
import { formatNumber, plural } from '../format.ts';

function problem({ code, detail }: TemplateProblem): string {
  switch (code) {
    case 'alias-without-anchor-name':
      return 'A name must follow “*”. Quote the text if the “*” belongs to it.';
    case 'bad-directive':
      return 'A line that begins with “%” is a YAML directive, and this one is none. Quote the text.';
    case 'bad-escape':
      return 'After “\\” in double quotes stands a character that YAML does not know there. Write “\\\\” for a backslash.';
    case 'bad-indentation':
      return 'This line begins too far left or right. Give it as many spaces as its neighbours have.';
    case 'bad-start-character':
      return 'A value cannot begin with this character. Put the value in quotes.';
    case 'binary':
      return 'Here stands a control character that no YAML file may hold. Is it the right file?';
    case 'duplicate-key':
      return `“${detail}” is there twice in the same mapping. Remove one of them.`;
    case 'helm-template':
      return 'This belongs to a Helm chart, and AI Core does not fill it in. Paste what “helm template” makes of it.';
    case 'missing-colon':
      return 'A “:” is missing here: write “key: value”.';
    case 'nested-mapping':
      return 'Two “key: value” stand on one line. Begin a new line, or put the value in quotes.';
    case 'no-yaml':
      return 'From here on it cannot be read as YAML.';
    case 'tab-indentation':
      return 'The line is indented with a tab, which YAML forbids. Use spaces.';
    case 'too-deep':
      return 'It is nested too deeply to be read.';
    case 'unclosed-bracket':
      return 'This bracket is never closed.';
    case 'unclosed-quote':
      return 'This quote is never closed.';
    case 'unexpected-text':
      return 'Nobody expects this text here. Look whether a quote or a “:” is missing before it.';
    case 'unknown-alias':
      return `There is no anchor “&${detail}” for the alias “*${detail}”.`;
    case 'unquoted-placeholder':
      return 'A {{…}} without quotes is no YAML. Put the whole value in quotes.';
    case 'no-documents':
      return 'There is no template in it yet, only comments or white space.';
    case 'not-a-mapping':
      return 'This is no template: a template begins with lines such as “apiVersion: …” and “kind: …”.';
    case 'aliased-place':
      return `“${detail}” comes from another place by an alias or a merge key, so the list is not put in. Write it out here.`;
    case 'folded-lines-join':
      return 'The block string is folded (“>”) and would join the new lines. Begin it with “|” instead.';
    case 'inner-several-documents':
      return 'The block string holds several documents. Leave one in it.';
    case 'list-is-placeholder':
      return 'imagePullSecrets is a {{…}} that is filled in later, so nothing can be added to it here.';
    case 'list-not-a-list':
      return 'imagePullSecrets is no list here. Write its entries as “- name: …”.';
    case 'merged-list-unclear':
      return 'It is not clear which list of the merged mappings counts. Write imagePullSecrets out here.';
    case 'place-missing':
      return `“${detail}” is missing, and the list belongs in it. Add it.`;
    case 'place-not-a-mapping':
      return `“${detail === '' ? 'The document' : detail}” must hold “key: value” lines; here it does not.`;
    case 'quoted-string-unsupported':
      return 'The list cannot be put into this quoted string without rewriting it. Make it a block string with “|”.';
    case 'unsupported-layout':
      return 'The lines are laid out in a way that leaves no room for the list. Put each key on a line of its own.';
  }
}

function action(document: TemplateDocument): string {
  switch (document.action) {
    case 'inserted':
      return `imagePullSecrets is put in, ${lines(document.addedLines)}.`;
    case 'added':
      return `Added to the list that is there, ${lines([...document.addedLines, ...document.changedLines])}.`;
    case 'replaced-placeholder':
      return `The placeholder is replaced, ${lines([...document.changedLines, ...document.addedLines])}.`;
    case 'already-there':
      return 'Nothing to do: it names them already.';
    case 'failed':
      return `Not changed: ${problem(document.problem)}`;
    case 'left-alone':
      return {
        'no-kind': 'Left alone: it has no kind.',
        'other-kind': 'Left alone: documents of this kind take no pull secret here.',
        'other-api-group': 'Left alone: its apiVersion belongs to another product.',
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
    : `lines ${new Intl.ListFormat('en').format(sorted.map(String))}`;
}

/** A name in the text that is none of the tenant's secrets is known to the page only. */
type Warning = TemplateWarning | { code: 'not-in-tenant'; line: number; name: string };

function warning(found: Warning): string {
  switch (found.code) {
    case 'ignored-list-at-spec':
      return `Line ${found.line}: the imagePullSecrets directly under spec is ignored in a ServingTemplate. It counts inside spec.template.spec only; you can remove it.`;
    case 'ignored-list':
      return `Line ${found.line}: the imagePullSecrets at ${found.path} is ignored. You can remove it.`;
    case 'name-quoted':
      return `Line ${found.line}: the name looked like a number or a truth value and has got quotes.`;
    case 'placeholder-left':
      return `Line ${found.line}: a placeholder is left in the list. Choose another secret, or remove it.`;
    case 'entry-without-name':
      return `Line ${found.line}: this entry of the list has no name. Write “- name: …”.`;
    case 'shared-anchor':
      return `Line ${found.line}: other places use this by an alias and change with it.`;
    case 'list-expanded':
      return `Line ${found.line}: the list came from another place and is now written out here.`;
    case 'impossible-name':
      return `Line ${found.line}: no secret can be called “${found.name}”, and AI Core refuses the deployment. Kubernetes allows lowercase letters, digits, “-” and “.” only.`;
    case 'not-in-tenant':
      return `Line ${found.line}: this tenant has no secret “${found.name}”. Register it, or replace it.`;
    case 'unquoted-placeholder':
      return `Line ${found.line}: a {{…}} without quotes is no YAML, so Argo and AI Core refuse the file. Put the whole value in quotes.`;
    case 'helm-template':
      return `Line ${found.line}: this belongs to a Helm chart, and AI Core does not fill it in. Paste what “helm template” makes of it.`;
    case 'secret-object':
      return `Line ${found.line}: a Kubernetes Secret. A Git repository that holds one is not synchronised by AI Core at all: keep it out.`;
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
  fieldHint: 'Paste it, type it, or drop a file here.',
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
    `${name} is larger than ${formatNumber(maxBytes / 1_000_000)} MB. Is it the right file?`,
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
    'This template takes too long to read, so the console gave up. Your text is unharmed. Shorten it, or look for an error.',
  crashed:
    'The console failed to read this template. Your text is unharmed; copy it before you reload the page.',

  secrets: 'Pull secrets',
  chosenOf: (chosen: number, all: number) => `${formatNumber(chosen)} of ${formatNumber(all)} chosen`,
  search: 'Search secrets',
  ofTenant: 'Secrets of this tenant',
  noSecrets: 'This tenant has no secret yet. You can type the name of one that you will register.',
  noMatch: (search: string) => `No name contains “${search}”.`,
  otherName: 'Another name',
  otherNameHint: 'For a secret that is not registered yet',
  add: 'Add',
  notInTenant: 'not in this tenant',
  nothingChosen: 'Choose the secrets that the template names.',
  inThisOrder: 'In this order:',

  starters: 'No template yet?',
  startersNote: 'Start with a minimal one. The chosen secret and this image are filled in.',
  image: 'Image',
  imageHint: 'The image that the template runs',
  exampleImage: 'ghcr.io/your-team/your-image:1.0',
  startWith: (kind: string) => `Start with a ${kind}`,

  result: 'Result',
  shown: 'Shown',
  views: { template: 'Template', changes: 'Changes', result: 'Result' },
  emptyText:
    'Put a WorkflowTemplate or ServingTemplate into the field, and choose its pull secrets. What changes stands here. The template stays in the memory of this tab, on every page and for every tenant.',
  chooseSecret: 'Choose a secret, and the list is put in.',
  unreadable: 'The result comes as soon as the text can be read.',
  lastReadable: 'This belongs to the last text that could be read.',
  documents: 'Documents',
  document: (kind: string | undefined, name: string | undefined, position: number) =>
    kind === undefined ? `Document ${position}` : name === undefined ? kind : `${kind} ${name}`,
  action,
  warning,
  moreWarnings: (count: number) => `${plural(count, { one: 'more note', other: 'more notes' })}.`,
  replaceName: (name: string) => `Replace ${name}`,
  replacedName: (name: string) => `“${name}” gives way to the chosen secret.`,
  keepName: (name: string) => `Keep ${name}`,
  diff: 'What changes',
  unchanged: 'No line changes.',
  changes: (added: number, removed: number) =>
    removed === 0
      ? `${plural(added, lineForms)} added`
      : `${plural(added, lineForms)} added, ${formatNumber(removed)} removed`,
  otherLines: 'Every other line is untouched.',
  unfold: (folded: string) => `Show more of ${folded}`,
  moreRows: (count: number) => `Show more (${formatNumber(count)} left)`,
  copy: 'Copy template',
  download: 'Download',
  defaultFileName: 'template.yaml',

  images: 'Images',
  imagesNote:
    'What this browser remembers of the secrets it registered is compared with each image, by the rules of Kubernetes. Without credentials only public images are pulled.',
  noImages: 'No image was found in this template.',
  imagesSummary: (covered: number, all: number) =>
    `${formatNumber(covered)} of ${plural(all, { one: 'image is', other: 'images are' })} covered.`,
  hideCovered: 'Hide covered images',
  line: (line: number) => `line ${line}`,
  unknownSecret: (name: string) => `Registry hosts in ${name}`,
  unknownSecretNote: (count: number) =>
    count === 1
      ? 'AI Core never tells what a secret holds, and this one was not registered in this browser. Type its registry hosts to check the images.'
      : 'AI Core never tells what a secret holds, and these were not registered in this browser. Type their registry hosts to check the images.',
  unknownSecretHint: 'Separated by commas; used for this check only',
  filledIn: (image: string) =>
    `With the values and defaults of its parameters: ${image}. A configuration may set others.`,
  moreImages: (count: number) => `Show more (${formatNumber(count)} left)`,
};
