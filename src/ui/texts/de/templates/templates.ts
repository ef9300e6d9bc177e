import type { TemplateDocument } from '../../../../domain/template/patch/patch-template.ts';
import type { TemplateProblem } from '../../../../domain/template/read/problem.ts';
import type { templates as en } from '../../en/templates/templates.ts';
import { formatBytes } from '../../format-bytes.ts';
import { formatList, formatNumber, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';

function problem({ code, detail }: TemplateProblem): string {
  switch (code) {
    case 'alias-without-anchor-name':
      return 'Auf „*“ muss ein Name folgen. Gehört „*“ zum Text, den Text in Anführungszeichen setzen.';
    case 'bad-directive':
      return 'Eine Zeile, die mit „%“ beginnt, liest YAML als Direktive. Den Text in Anführungszeichen setzen.';
    case 'bad-escape':
      return 'Dieses Zeichen nach „\\“ kennt YAML in doppelten Anführungszeichen nicht. Für einen Backslash „\\\\“ schreiben.';
    case 'bad-indentation':
      return 'Falsche Einrückung. Diese Zeile wie ihre Nachbarn einrücken.';
    case 'bad-start-character':
      return 'Mit diesem Zeichen kann kein Wert beginnen. Den Wert in Anführungszeichen setzen.';
    case 'binary':
      return 'YAML lässt dieses Steuerzeichen nicht zu. Ist es die richtige Datei?';
    case 'duplicate-key':
      return `„${detail}“ kommt im selben Mapping zweimal vor. Eines davon entfernen.`;
    case 'helm-template':
      return 'Das gehört zu einem Helm-Chart, das AI Core nicht rendert. Die Ausgabe von „helm template“ einfügen.';
    case 'missing-colon':
      return 'Ein „:“ fehlt. „Schlüssel: Wert“ schreiben.';
    case 'nested-mapping':
      return 'Zwei Paare „Schlüssel: Wert“ in einer Zeile. Eine neue Zeile beginnen oder den Wert in Anführungszeichen setzen.';
    case 'no-yaml':
      return 'Ab hier kein gültiges YAML.';
    case 'tab-indentation':
      return 'YAML lässt Tabulatoren zur Einrückung nicht zu. Leerzeichen verwenden.';
    case 'too-deep':
      return 'Zu tief verschachtelt, um gelesen zu werden.';
    case 'unclosed-bracket':
      return 'Diese Klammer wird nie geschlossen.';
    case 'unclosed-quote':
      return 'Dieses Anführungszeichen wird nie geschlossen.';
    case 'unexpected-text':
      return 'Unerwarteter Text. Davor auf ein fehlendes Anführungszeichen oder einen fehlenden Doppelpunkt prüfen.';
    case 'unknown-alias':
      return `Zum Alias „*${detail}“ fehlt der Anker „&${detail}“.`;
    case 'unquoted-placeholder':
      return 'Ein {{…}} ohne Anführungszeichen ist kein gültiges YAML. Den ganzen Wert in Anführungszeichen setzen.';
    case 'no-documents':
      return 'Keine Vorlage gefunden, nur Kommentare oder leere Zeilen.';
    case 'not-a-mapping':
      return 'Keine Vorlage. Eine Vorlage beginnt mit Zeilen wie „apiVersion: …“ und „kind: …“.';
    case 'aliased-place':
      return `„${detail}“ stammt über einen Alias oder Merge-Key von anderer Stelle, die Liste kann daher nicht eingefügt werden. Hier ausschreiben.`;
    case 'folded-lines-join':
      return 'Der Blocktext ist gefaltet („>“) und würde die neuen Zeilen verbinden. Stattdessen mit „|“ beginnen.';
    case 'inner-several-documents':
      return 'Der Blocktext enthält mehrere Dokumente. Nur eines darin lassen.';
    case 'list-before-merge':
      return 'Argo ersetzt die Liste darüber durch diesen Merge-Key. „<<“ über imagePullSecrets setzen.';
    case 'list-is-placeholder':
      return 'imagePullSecrets ist ein {{…}}, das erst später ersetzt wird; hier lässt sich nichts einfügen.';
    case 'list-not-a-list':
      return 'imagePullSecrets ist keine Liste. Die Einträge als „- name: …“ schreiben.';
    case 'merged-list-unclear':
      return 'Welche Liste der zusammengeführten Mappings gilt, ist unklar. imagePullSecrets hier ausschreiben.';
    case 'place-missing':
      return `„${detail}“ fehlt. Ergänzen, denn die Liste gehört hinein.`;
    case 'place-not-a-mapping':
      return `„${detail === '' ? 'Das Dokument' : detail}“ muss Zeilen der Form „Schlüssel: Wert“ enthalten.`;
    case 'quoted-string-unsupported':
      return 'In einen Text in Anführungszeichen kann die Liste nicht eingefügt werden. In einen Blocktext mit „|“ umwandeln.';
    case 'unsupported-layout':
      return 'In dieser Anordnung ist kein Platz für die Liste. Jeden Schlüssel in eine eigene Zeile setzen.';
  }
}

function action(document: TemplateDocument): string {
  switch (document.action) {
    case 'inserted':
      return `imagePullSecrets eingefügt, ${lines(document.addedLines)}.`;
    case 'added':
      return `In die vorhandene Liste eingefügt, ${lines([...document.addedLines, ...document.changedLines])}.`;
    case 'replaced-placeholder':
      return `Platzhalter ersetzt, ${lines([...document.changedLines, ...document.addedLines])}.`;
    case 'already-there':
      return 'Nichts zu tun: Sie sind bereits aufgeführt.';
    case 'failed':
      return `Nicht geändert: ${problem(document.problem)}`;
    case 'left-alone':
      return {
        'no-kind': 'Unverändert: kein kind angegeben.',
        'other-kind': 'Unverändert: Dokumente dieser Art haben hier keine Pull-Secrets.',
        'other-api-group': 'Unverändert: Die apiVersion gehört zu einem anderen Produkt.',
      }[document.reason];
  }
}

function lines(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? first;
  if (first === last) return `Zeile ${first}`;
  return sorted.length === last - first + 1
    ? `Zeilen ${first} bis ${last}`
    : `Zeilen ${formatList(sorted.map(String))}`;
}

const warning: (typeof en)['warning'] = (found) => {
  switch (found.code) {
    case 'ignored-list-at-spec':
      return `Zeile ${found.line}: imagePullSecrets direkt unter spec hat in einem ServingTemplate keine Wirkung. Nur die Liste in spec.template.spec zählt. Kann entfernt werden.`;
    case 'ignored-list':
      return `Zeile ${found.line}: imagePullSecrets bei ${found.path} hat keine Wirkung. Kann entfernt werden.`;
    case 'name-quoted':
      return `Zeile ${found.line}: Der Name sieht nach einer Zahl oder einem Wahrheitswert aus und steht daher jetzt in Anführungszeichen.`;
    case 'placeholder-left':
      return `Zeile ${found.line}: Die Liste enthält einen Platzhalter. Ein anderes Secret auswählen oder ihn entfernen.`;
    case 'entry-without-name':
      return `Zeile ${found.line}: Dieser Eintrag hat keinen Namen. „- name: …“ schreiben.`;
    case 'shared-anchor':
      return `Zeile ${found.line}: Andere Stellen verweisen per Alias hierauf und ändern sich mit.`;
    case 'list-expanded':
      return `Zeile ${found.line}: Die Liste stammte von anderer Stelle und ist jetzt hier ausgeschrieben.`;
    case 'impossible-name':
      return `Zeile ${found.line}: „${found.name}“ ist kein gültiger Secret-Name, daher lehnt AI Core das Deployment ab. Kubernetes erlaubt Kleinbuchstaben, Ziffern, „-“ und „.“.`;
    case 'not-in-tenant':
      return `Zeile ${found.line}: Dieser Tenant hat kein Secret „${found.name}“. ${found.isExample ? 'So heißt es in den Beispielen von SAP. Ein eigenes wählen.' : 'Registrieren oder ein anderes wählen.'}`;
    case 'unquoted-placeholder':
      return `Zeile ${found.line}: Ein {{…}} ohne Anführungszeichen ist kein gültiges YAML, daher lehnen Argo und AI Core die Datei ab. Den ganzen Wert in Anführungszeichen setzen.`;
    case 'tab-line':
      return `Zeile ${found.line}: Diese Zeile beginnt mit einem Tabulator, daher lehnen Argo und AI Core die Datei ab. Den Tabulator löschen.`;
    case 'yaml-version':
      return `Zeile ${found.line}: Argo und AI Core lesen nur YAML 1.1 und lehnen die Datei ab. Diese Zeile löschen.`;
    case 'helm-template':
      return `Zeile ${found.line}: Das gehört zu einem Helm-Chart, das AI Core nicht rendert. Die Ausgabe von „helm template“ einfügen.`;
    case 'secret-object':
      return `Zeile ${found.line}: ein Kubernetes-Secret. Ein Git-Repository, das eines enthält, synchronisiert AI Core nicht. Entfernen.`;
  }
};

const lineForms = { one: 'Zeile', other: 'Zeilen' };

export const templates: Translated<typeof en> = {
  heading: 'Vorlagen',

  field: 'Vorlage (YAML)',
  fieldHint: 'Eine Vorlage einfügen oder eine Datei hierher ziehen.',
  openFile: 'Datei öffnen…',
  newTemplate: 'Neue Vorlage',
  facts: ({ documents, lineCount }) => {
    const kind =
      documents.length === 1
        ? documents[0]?.done.kind
        : plural(documents.length, { one: 'Dokument', other: 'Dokumente' });
    const lineWords = plural(lineCount, lineForms);
    return kind === undefined ? lineWords : `${kind}, ${lineWords}`;
  },
  notText: (name) => `${name} ist keine UTF-8-Textdatei. Eine YAML-Datei auswählen.`,
  tooLarge: (name, maxBytes) => `${name} ist größer als ${formatBytes(maxBytes)}. Ist es die richtige Datei?`,
  replaced: 'Der bisherige Text wurde beiseitegelegt.',
  bringBack: 'Wiederherstellen',
  dismiss: 'Ausblenden',
  editorPhrases: {
    next: 'Nächste',
    previous: 'Vorherige',
    all: 'Alle',
    'match case': 'Groß-/Kleinschreibung',
    regexp: 'Regulärer Ausdruck',
    'by word': 'Ganze Wörter',
    replace: 'Ersetzen',
    'replace all': 'Alle ersetzen',
    close: 'Suche schließen',
  },
  position: (line, column) => `Zeile ${line}, Spalte ${column}`,
  goToLine: (line) => `Zu Zeile ${line}`,
  problem,
  tooSlow:
    'Das Lesen dieser Vorlage dauerte zu lange und wurde abgebrochen. Der Text ist unverändert. Kürzen oder auf Fehler prüfen.',
  crashed:
    'Die Konsole konnte diese Vorlage nicht lesen. Der Text ist unverändert. Vor dem Neuladen der Seite kopieren.',

  secrets: 'Pull-Secrets',
  chosenOf: (chosen, all) => `${formatNumber(chosen)} von ${formatNumber(all)} ausgewählt`,
  search: 'Secrets suchen',
  found: (shown, all) => `${formatNumber(shown)} von ${formatNumber(all)} angezeigt`,
  ofTenant: 'Secrets dieses Tenants',
  noSecrets:
    'Dieser Tenant hat noch kein Secret. Sie können den Namen eines Secrets eingeben, das Sie später registrieren.',
  noMatch: (search) => `Kein Name enthält „${search}“.`,
  otherName: 'Anderer Name',
  otherNameHint: 'Für ein noch nicht registriertes Secret',
  add: 'Hinzufügen',
  notInTenant: 'nicht in diesem Tenant',
  nothingChosen: 'Die Secrets auswählen, die in die Vorlage eingefügt werden.',
  inThisOrder: 'In dieser Reihenfolge:',

  starters: 'Noch keine Vorlage?',
  startersNote: 'Mit einer minimalen beginnen, mit dem ausgewählten Secret und diesem Image.',
  image: 'Image',
  imageHint: 'Das Image, das die Vorlage ausführt',
  exampleImage: 'ghcr.io/ihr-team/ihr-image:1.0',
  startWith: (kind) => `Mit einem ${kind} beginnen`,

  result: 'Ergebnis',
  shown: 'Ansicht',
  views: { template: 'Vorlage', changes: 'Änderungen', result: 'Ergebnis' },
  emptyText:
    'Ein WorkflowTemplate oder ServingTemplate eingeben und dessen Pull-Secrets auswählen. Die Änderungen erscheinen hier. Die Vorlage bleibt im Speicher dieses Tabs, für jeden Tenant.',
  chooseSecret: 'Ein Secret auswählen, um die Liste einzufügen.',
  unreadable: 'Das Ergebnis erscheint, sobald der Text lesbar ist.',
  lastReadable: 'Ergebnis des letzten lesbaren Textes.',
  documents: 'Dokumente',
  document: (kind, name, position) =>
    kind === undefined ? `Dokument ${position}` : name === undefined ? kind : `${kind} ${name}`,
  action,
  warning,
  moreWarnings: (count) => `${plural(count, { one: 'weiterer Hinweis', other: 'weitere Hinweise' })}.`,
  replaceName: (name) => `${name} ersetzen`,
  replacedName: (name) => `„${name}“ wird durch das ausgewählte Secret ersetzt.`,
  keepName: (name) => `${name} behalten`,
  diff: 'Was sich ändert',
  unchanged: 'Keine Zeile ändert sich.',
  changes: (added, removed) =>
    removed === 0
      ? `${plural(added, lineForms)} hinzugefügt`
      : `${plural(added, lineForms)} hinzugefügt, ${formatNumber(removed)} entfernt`,
  otherLines: 'Alle anderen Zeilen bleiben unverändert.',
  unfold: (count) =>
    `Mehr anzeigen: ${plural(count, { one: 'unveränderte Zeile', other: 'unveränderte Zeilen' })}`,
  copy: 'Vorlage kopieren',
  download: 'Herunterladen',
  defaultFileName: 'template.yaml',

  images: 'Images',
  imagesNote:
    'Jedes Image wird nach den Regeln von Kubernetes mit den Aufzeichnungen der Konsole über Ihre Secrets verglichen. Ohne Zugangsdaten können nur öffentliche Images geladen werden.',
  noImages: 'In dieser Vorlage wurden keine Images gefunden.',
  imagesSummary: (covered, all) =>
    `${formatNumber(covered)} von ${plural(all, { one: 'Image', other: 'Images' })} abgedeckt.`,
  hideCovered: 'Abgedeckte Images ausblenden',
  line: (line) => `Zeile ${line}`,
  unknownSecret: (name) => `Registry-Hosts in ${name}`,
  unknownSecretNote: (count) =>
    count === 1
      ? 'AI Core gibt nie zurück, was ein Secret enthält, und dieses wurde anderswo registriert. Seine Registry-Hosts eingeben, um die Images zu prüfen.'
      : 'AI Core gibt nie zurück, was ein Secret enthält, und diese wurden anderswo registriert. Ihre Registry-Hosts eingeben, um die Images zu prüfen.',
  unknownSecretHint: 'Durch Kommas getrennt. Nur für diese Prüfung verwendet',
  filledIn: (image) =>
    `Mit den Werten und Vorgaben der Parameter: ${image}. Eine Konfiguration kann andere setzen.`,
};
