import type { kinds as en } from '../../en/runs/kinds.ts';
import type { Translated } from '../../translated.ts';
import { stateOf } from '../shared/kind-states.ts';

export const kinds: Translated<typeof en> = {
  stateOf,
  things: {
    'docker-registry-secret': 'Docker-Registry-Secret',
    'git-repository': 'Git-Repository',
    application: 'Anwendung',
    'resource-group': 'Ressourcengruppe',
    'object-store-secret': 'Objektspeicher-Secret',
    'generic-secret': 'Generisches Secret',
  },
  nameLabels: {
    'docker-registry-secret': 'Name des Secrets',
    'git-repository': 'Name des Repositorys',
    application: 'Name der Anwendung',
    'resource-group': 'ID der Ressourcengruppe',
    'object-store-secret': 'Name des Objektspeicher-Secrets',
    'generic-secret': 'Name des generischen Secrets',
  },
  replaces: {
    'docker-registry-secret':
      'Die neuen Registrys ersetzen alle bisherigen im Secret. AI Core gibt die alten Zugangsdaten nie zurück.',
    'git-repository': 'Die neuen Zugangsdaten ersetzen die alten. AI Core gibt die alten nie zurück.',
    application: 'Jede Anwendung liest dann das neue Repository, die neue Revision und den neuen Pfad.',
    'resource-group': 'Die neuen Labels ersetzen alle bisherigen der Gruppe.',
    'object-store-secret':
      'Der neue Objektspeicher und die neuen Zugangsdaten ersetzen die alten. AI Core gibt die alten Zugangsdaten nie zurück.',
    'generic-secret':
      'Die neuen Schlüssel und Werte ersetzen alle bisherigen im Secret. AI Core gibt die alten nie zurück.',
  },
  removes: {
    'docker-registry-secret':
      'Neue Pods in diesen Tenants, deren Vorlage darauf verweist, können ihre Images nicht mehr laden. Das Löschen ist endgültig.',
    'git-repository':
      'Anwendungen in diesen Tenants, die daraus lesen, funktionieren nicht mehr. Das Löschen ist endgültig.',
    application: 'Ihre Vorlagen werden in diesen Tenants nicht mehr synchronisiert.',
    'resource-group':
      'Alles in den Gruppen wird mitgelöscht, laufende Deployments antworten nicht mehr. Das Löschen ist endgültig.',
    'object-store-secret':
      'Ausführungen in diesen Tenants können den Objektspeicher nicht mehr lesen oder beschreiben. Das Löschen ist endgültig.',
    'generic-secret':
      'Container in diesen Tenants, die es lesen, starten nicht mehr. Das Löschen ist endgültig.',
  },
};
