import type { HintCode } from '../../../../domain/template/rules/hint.ts';
import type { templateHints as en } from '../../en/templates/template-hints.ts';
import { formatNumber, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';

interface Found {
  readonly code: HintCode;
  readonly detail: string;
}

function hint({ code, detail }: Found): string {
  switch (code) {
    case 'name-form':
      return `„${detail}“ wird zur ID des Executables. Nur Kleinbuchstaben, Ziffern und Bindestriche verwenden.`;
    case 'duplicate-id':
      return `Eine andere Vorlage in diesem Text heißt ebenfalls „${detail}“. Die ID muss im Tenant eindeutig sein.`;
    case 'label-missing':
      return `Das Label „${detail}“ fehlt. AI Core benötigt es, um das Executable aufzulisten.`;
    case 'annotation-missing':
      return `Die Annotation „${detail}“ fehlt. AI Core benötigt sie, um das Szenario aufzulisten.`;
    case 'plan-missing':
      return 'Das Label „ai.sap.com/resourcePlan“ fehlt. Es wählt die Maschine.';
    case 'parameter-missing':
      return 'Ein ServingTemplate benötigt mindestens einen Eingabeparameter.';
    case 'command-missing':
      return 'Dieser Container hat kein command. Was das Dockerfile des Images startet, beachtet AI Core nicht.';
    case 'args-missing':
      return 'Die Shell hat nichts auszuführen. args angeben.';
    case 'main-missing':
      return 'Von mehreren Containern muss einer „main“ heißen.';
    case 'other-user':
      return `${detail} funktioniert nicht. AI Core startet Container als Benutzer und Gruppe 65534.`;
    case 'image-unfilled':
      return `„${detail}“ ist ein Platzhalter. Ersetzen.`;
    case 'command-other':
      return `SAP dokumentiert ["/bin/sh", "-c"] als command, mit args. Hier steht „${detail}“.`;
    case 'scenario-alone':
      return `Ist das Szenario „${detail}“ neu, ist auch ein WorkflowTemplate nötig.`;
    case 'archive-none':
      return '„archive: none“ funktioniert nicht mit einem Objektspeicher vom Typ webhdfs (SAP HANA Cloud, Data Lake).';
    case 'docker-host':
      return `Die Registry im Image nennen: ${detail}.`;
    case 'no-digest':
      return detail === '1'
        ? 'Dieses Image hat keinen Digest, sein Inhalt kann sich daher ändern. @sha256:… anhängen.'
        : `${formatNumber(Number(detail))} Images haben keinen Digest, ihr Inhalt kann sich daher ändern. @sha256:… anhängen.`;
  }
}

function fix({ code }: Found, insert: string): string {
  switch (code) {
    case 'name-form':
    case 'image-unfilled':
    case 'other-user':
      return `${insert} verwenden`;
    case 'label-missing':
      return 'Label ergänzen';
    case 'annotation-missing':
      return 'Annotation ergänzen';
    case 'plan-missing':
      return 'Plan „starter“ ergänzen';
    case 'parameter-missing':
      return 'minReplicas zum Parameter machen';
    case 'command-missing':
      return 'command ergänzen';
    case 'main-missing':
      return 'In main umbenennen';
    case 'archive-none':
      return '„archive“ entfernen';
    case 'docker-host':
      return 'Host ergänzen';
    case 'args-missing':
    case 'command-other':
    case 'duplicate-id':
    case 'no-digest':
    case 'scenario-alone':
      return 'Beheben';
  }
}

export const templateHints: Translated<typeof en> = {
  heading: 'Hinweise',
  note: 'Was SAP dokumentiert und AI Core vor einem Lauf nicht prüft. Kopieren lässt sich die Vorlage trotzdem.',
  none: 'Nichts anzumerken.',
  advice: (count: number) => plural(count, { one: 'weitere Anregung', other: 'weitere Anregungen' }),
  hint,
  fix,
  line: (line: number) => `Zeile ${line}`,
  source: 'SAP-Dokumentation',
  sample: 'SAP-Beispiel',
  fixed: (line: number) => `Zeile ${line} geändert.`,
  undo: 'Rückgängig',
};
