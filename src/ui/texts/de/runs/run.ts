import type { RolloutAction, RolloutStep } from '../../../../domain/rollout/rollout-plan.ts';
import { maxWaitSeconds, type TaskEnd } from '../../../../domain/rollout/rollout-task.ts';
import type { run as en } from '../../en/runs/run.ts';
import { formatDuration } from '../../format-duration.ts';
import { formatNumber } from '../../format.ts';
import type { Translated } from '../../translated.ts';

const actions: Record<RolloutAction, string> = {
  create: 'Anlegen',
  update: 'Ändern',
  delete: 'Löschen',
  skip: 'Überspringen',
  blocked: 'Auslassen',
};

function reason({ action, reason: why }: Pick<RolloutStep, 'action' | 'reason'>): string {
  switch (why) {
    case 'absent':
      return action === 'skip' ? 'Dort nicht vorhanden.' : '';
    case 'present':
      return action === 'blocked' ? 'Dort bereits vorhanden.' : '';
    case 'state-unknown':
      return 'Keine Antwort. Dort wird nichts geschrieben.';
    case 'name-taken':
      return 'Konflikt mit Vorhandenem.';
    case 'quota-exceeded':
      return 'Kontingent ausgeschöpft.';
    case 'stopped':
      return 'In einem anderen Tenant bereits vorhanden.';
    case 'needs-missing':
      return 'Benötigt etwas, das ausgelassen wird oder fehlt.';
    case 'done-before':
      return 'Im früheren Lauf erledigt.';
  }
}

function outcome(end: TaskEnd): string {
  switch (end.state) {
    case 'done':
      return {
        written: '',
        'found-after-loss': 'Keine eindeutige Antwort; eine zweite Abfrage hat es bestätigt.',
        'gone-already': 'War bereits gelöscht.',
      }[end.how];
    case 'skipped':
      return 'Dort inzwischen hinzugefügt, daher unverändert gelassen.';
    case 'cancelled':
      return '';
    case 'failed':
      return [failures[end.why], tooLongWait(end.problem?.retryAfterSeconds)].filter(Boolean).join(' ');
  }
}

const failures = {
  refused: '',
  present: 'Dort inzwischen hinzugefügt, daher unverändert gelassen.',
  needs: 'Benötigt etwas, das noch nicht erledigt ist. Danach erneut versuchen.',
  'outcome-unknown': 'Ob es wirksam wurde, ist unbekannt.',
};

function tooLongWait(seconds = 0): string {
  if (seconds <= maxWaitSeconds) return '';
  return `AI Core verlangt, ${formatDuration(seconds)} zu warten; ein Lauf wartet höchstens ${formatDuration(maxWaitSeconds)}. Später erneut versuchen.`;
}

/** What is said of many writes under way, whatever their targets are. */
export const run: Translated<typeof en> = {
  endedOf: (ended, all) => `${formatNumber(ended)}/${formatNumber(all)}`,
  action: (action) => actions[action],
  reason,
  outcome,
  waits: (seconds) =>
    `Wartet ${formatDuration(seconds)}, wie von AI Core verlangt, und versucht es dann erneut.`,
  search: 'Ergebnisse suchen',
  shown: (shown, all) => `${formatNumber(shown)} von ${formatNumber(all)} angezeigt`,
  noMatch: 'Kein Treffer',
  columns: { action: 'Plan', state: 'Status', detail: 'Einzelheiten' },
  progress: 'Fortschritt',
  progressText: (settled, all) => `${formatNumber(settled)} von ${formatNumber(all)}`,
  chip: (phase, { failed, cancelled }) => {
    if (phase !== 'ended') return phase === 'paused' ? 'Pausiert' : 'Läuft';
    if (failed > 0) return `${formatNumber(failed)} fehlgeschlagen`;
    return cancelled > 0 ? 'Abgebrochen' : 'Erledigt';
  },
  earlier: {
    open: (count) => `${formatNumber(count)} nicht erledigt`,
    outcomes: 'Ergebnisse',
    forget: 'Entfernen',
    named: (act, name) => `${act}: ${name}`,
  },
  slowed: 'Verlangsamt: AI Core drosselt die Anfragen.',
  pausedBy: {
    user: 'Bis zum Fortsetzen startet nichts mehr.',
    token: 'Ein Token fehlt oder wurde abgelehnt. Zum Fortsetzen eines eingeben.',
    'signed-out': 'Sie sind abgemeldet. Fortsetzen, um sich wieder anzumelden.',
    unreachable: 'Das Gateway ist nicht erreichbar. Netzwerk prüfen, dann fortsetzen.',
  },
  left: (seconds) => `Noch etwa ${formatDuration(seconds)}`,
  stats: {
    settled: 'Abgeschlossen',
    done: 'Erledigt',
    failed: 'Fehlgeschlagen',
    retrying: 'Neuer Versuch',
    skipped: 'Unverändert',
    running: 'In Arbeit',
  },
  settledOf: (settled, all) => `${formatNumber(settled)} von ${formatNumber(all)}`,
  square: (target, state) => `${target}: ${state}`,
  retryOne: 'Erneut versuchen',
  retryOf: (target) => `Erneut versuchen: ${target}`,
  counts: (counts) =>
    [
      `${formatNumber(counts.done)} erledigt`,
      `${formatNumber(counts.failed)} fehlgeschlagen`,
      `${formatNumber(counts.skipped)} übersprungen`,
      counts.blocked > 0 && `${formatNumber(counts.blocked)} ausgelassen`,
      counts.cancelled > 0 && `${formatNumber(counts.cancelled)} abgebrochen`,
    ]
      .filter((part) => part !== false)
      .join(', '),
  states: {
    planned: 'Geplant',
    running: 'In Arbeit',
    retrying: 'Neuer Versuch',
    done: 'Erledigt',
    skipped: 'Übersprungen',
    failed: 'Fehlgeschlagen',
    blocked: 'Ausgelassen',
    cancelled: 'Abgebrochen',
  },
  pause: 'Pausieren',
  resume: 'Fortsetzen',
  cancel: 'Lauf abbrechen',
  retryFailed: (count) => `Fehlgeschlagene erneut versuchen (${count})`,
  goOn: (count) => `Abgebrochene fortsetzen (${count})`,
  showOnly: 'Anzeigen',
  showAll: 'Alle',
  rowActions: 'Aktionen',
};
