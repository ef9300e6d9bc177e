import type { BearerTokenResult } from '../../../domain/token/bearer-token.ts';
import type { ConnectionsFileProblem } from '../../../domain/connection/connections-file.ts';
import type { ConnectionDiagnosis } from '../../../domain/connection/connection-diagnosis.ts';
import type { Quota } from '../../../domain/connection/quota.ts';
import type { HiddenConnection } from '../../../domain/connection/merge-connections.ts';
import type { ProxyAddressProblem } from '../../../domain/connection/proxy-address.ts';
import { formatDateTime, formatNumber, plural } from '../format.ts';
import { jsonReasons } from './shared/json-reasons.ts';
import { unreadableFile } from './shared/unreadable-file.ts';

type Auth = 'proxy' | 'bearer';

const connectionForms = { one: 'connection', other: 'connections' };

function addressProblem(problem: ProxyAddressProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter the proxy’s address, for example https://proxy.example.com/acme.';
    case 'white-space':
      return 'Remove the spaces around the address.';
    case 'not-an-address':
      return 'Not an address. Enter a path that begins with one “/”, or a full https address.';
    case 'no-scheme':
      return 'Enter the full address, beginning with https://.';
    case 'plain-http':
      return 'Use https: over http, others can read the token. http works for this machine only.';
    case 'other-scheme':
      return `Begin with https://, not ${problem.scheme}://.`;
    case 'credentials':
      return 'Remove the part before “@”. Credentials do not belong in an address.';
    case 'query':
      return 'Remove “?” or “#” and everything after it. The console appends its own path.';
    case 'dot-segments':
      return 'Enter the path without “.” and “..” parts.';
    case 'admin-path':
      return 'Remove /v2/admin. The console appends it.';
  }
}

function tokenProblem(code: Extract<BearerTokenResult, { ok: false }>['code']): string {
  switch (code) {
    case 'empty':
      return 'Enter the token.';
    case 'service-key':
      return 'This is a service key. Do not paste it into a browser. Fetch a token with it and paste that.';
    case 'bad-character':
      return 'Not a token. It contains spaces or characters that a token cannot have.';
  }
}

type Diagnosed = Exclude<ConnectionDiagnosis, { code: 'works' } | { code: 'failed' }>;

interface DiagnosisPlace {
  readonly auth: Auth;
  readonly hasToken: boolean;
  readonly proxyOrigin: string;
  readonly pageOrigin: string;
}

function diagnosis(diagnosed: Diagnosed, place: DiagnosisPlace): { title: string; advice: string } {
  switch (diagnosed.code) {
    case 'unreachable':
      return {
        title: 'Not reachable: nothing answered.',
        advice:
          'Check the address, that the proxy is running, and that this browser trusts its certificate. A server that blocks other sites looks the same.',
      };
    case 'timeout':
      return {
        title: 'Not reachable: no answer arrived within 15 seconds.',
        advice: 'Check the address, and whether a firewall or VPN blocks the way to the proxy.',
      };
    case 'blocked-by-cors':
      return {
        title: 'Blocked by CORS: the server answers, but this page may not read the answer.',
        advice: `Allow this origin in the proxy: ${place.pageOrigin}, with the headers authorization and content-type. Or serve the proxy under the console’s own address.`,
      };
    case 'blocked-by-policy':
      return {
        title: 'Blocked by this console’s content security policy.',
        advice: `Nothing was sent. The console’s operator can allow it: CONNECT_SRC=${place.proxyOrigin} for the gateway, or connect-src in another server’s policy.`,
      };
    case 'redirects':
      return {
        title: 'Not an AI Core API: the address redirects, perhaps to a sign-in page.',
        advice: 'Enter the address it redirects to, or make the proxy answer without a sign-in page.',
      };
    case 'not-ai-core':
      return {
        title:
          diagnosed.status === 404
            ? 'Not an AI Core API: nothing exists at this address (404).'
            : 'Not an AI Core API: something else answered.',
        advice: 'Check the address, especially its path. The console appends /v2/admin/… to it.',
      };
    case 'unauthorized':
      if (place.auth === 'proxy')
        return {
          title: 'AI Core rejected the credentials that the proxy adds (401).',
          advice: 'Have the proxy’s service key or token renewed.',
        };
      return place.hasToken
        ? { title: 'AI Core rejected the token (401).', advice: 'It may have expired. Enter a new one.' }
        : {
            title: 'A token is needed (401).',
            advice: 'AI Core answers at this address. Enter a token, then test again.',
          };
    case 'forbidden':
      return {
        title: 'The credentials may not administer this tenant (403).',
        advice: 'Use a service key, or a token fetched with one, that may administer the tenant.',
      };
  }
}

function fileProblem(problem: ConnectionsFileProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'The file is empty.';
    case 'unreadable':
      return unreadableFile;
    case 'too-large':
      return 'The file is too large for a list of connections.';
    case 'not-json':
      return `The file is not JSON: ${jsonReasons[problem.reason]} (line ${problem.line}, column ${problem.column}).`;
    case 'service-key':
      return 'This is a service key, not a list of connections. Service keys belong in the gateway, never in a browser.';
    case 'no-list':
      return 'The file is not a list of connections. It must be an object with a “connections” list.';
    case 'no-connections':
      return 'The list in the file is empty.';
    case 'credential':
      return `The file contains a credential at ${problem.path}. Nothing was imported. Remove it from the file, and have it renewed if others could read it.`;
    case 'not-an-object':
      return `Connection ${problem.position} must be an object with label, baseUrl and auth.`;
    case 'no-label':
      return `Connection ${problem.position} has no label.`;
    case 'bad-auth':
      return `Connection ${problem.position}: auth must be “proxy” or “bearer”.`;
    case 'bad-id':
      return `Connection ${problem.position}: use letters, digits, “.”, “-” and “_” in the ID, and not the name of a page.`;
    case 'bad-address':
      return `Connection ${problem.position}: baseUrl cannot be used. ${addressProblem(problem.problem)}`;
    case 'duplicate-id':
      return `Connections ${problem.first} and ${problem.position} both have the ID “${problem.id}”.`;
  }
}

export const connections = {
  heading: 'Connections',
  everybodyEdits:
    'Everyone who signs in is an editor of every tenant. Set CONSOLE_ACCESS_FILE to give roles to groups.',
  add: 'Add connection',
  search: 'Search connections',
  groups: {
    offered: 'From /config.json, for everyone who opens this console.',
    added: 'Added in this browser, with tokens in this tab’s memory only.',
  },
  offeredNone: 'None: give the gateway a service key, or add a connection.',
  addedNone: 'None yet.',
  noMatch: 'No connection matches',
  clearFilters: 'Clear filters',
  show: 'Show',
  shown: (shown: number, all: number) => `${shown} of ${plural(all, connectionForms)} shown`,
  showAll: 'All',
  filters: { failed: 'Need attention', untested: 'Not tested' },
  tenant: 'Tenant',
  status: 'Status',
  testedAt: 'Tested',
  secrets: 'Secrets',
  actions: 'Actions',
  testAll: 'Test all',
  stopTests: 'Stop testing',
  testingAll: 'Testing connections',
  testProgress: (ended: number, all: number) => `${formatNumber(ended)} of ${formatNumber(all)} tested`,
  tested: (all: number, failed: number) =>
    failed === 0
      ? `${plural(all, connectionForms)} tested, all work`
      : `${plural(all, connectionForms)} tested, ${plural(failed, { one: 'needs attention', other: 'need attention' })}`,
  testedAgo: (minutes: number) =>
    minutes === 0 ? 'this minute' : `${plural(minutes, { one: 'minute', other: 'minutes' })} ago`,
  secretCount: (secrets: number, quota: Quota | undefined) =>
    quota?.max === undefined
      ? formatNumber(secrets)
      : `${formatNumber(quota.used)} of ${formatNumber(quota.max)}`,
  chips: {
    untested: 'Not tested',
    waiting: 'Waiting',
    running: 'Testing…',
    needsToken: 'Needs a token',
    works: 'Works',
    'blocked-by-policy': 'Blocked',
    'blocked-by-cors': 'Blocked',
    unreachable: 'Not reachable',
    timeout: 'Not reachable',
    redirects: 'Not AI Core',
    'not-ai-core': 'Not AI Core',
    unauthorized: 'Rejected',
    forbidden: 'Forbidden',
    failed: 'Failed',
  },
  changes: {
    added: ([label = '']: readonly string[]) => `Added ${label}.`,
    changed: ([label = '']: readonly string[]) => `Changed ${label}.`,
    removed: ([label = '']: readonly string[]) => `Removed ${label}.`,
    imported: (labels: readonly string[]) => `Imported ${plural(labels.length, connectionForms)}.`,
  },
  problemsTitle: (count: number) =>
    `${plural(count, { one: 'service key', other: 'service keys' })} cannot be used`,
  problemsText: 'The other tenants work. Correct the keys, then reload this page.',
  keyEnds: (label: string, date: Date, now: Date) =>
    date <= now
      ? `The service key of “${label}” expired on ${formatDateTime(date)}. Give the gateway a new one.`
      : `The service key of “${label}” expires on ${formatDateTime(date)}. Give the gateway a new one before then.`,
  hidden: ({ code, source, connection }: HiddenConnection) =>
    `“${connection.label}” ${source === 'offered' ? 'in /config.json ' : ''}is left out: ${
      {
        'repeated-id': `another connection already has the ID “${connection.id}”.`,
        'unusable-id': `its ID “${connection.id}” is not allowed in an address.`,
      }[code]
    }`,
  damagedTitle: 'The connections stored in this browser cannot be read',
  damagedText: 'They are ignored. Import them from a file if you have one. The next change overwrites them.',
  damagedDiscard: 'Remove them',
  unsavedTitle: 'This browser could not store what you changed',
  unsavedText:
    'Its storage is full or switched off. What you changed is lost when you reload or close this tab. Export it to keep it.',

  open: (label: string) => `Open ${label}`,
  address: 'Address',
  credentials: 'Credentials',
  auth: { proxy: 'Added by the proxy', bearer: 'Bearer token' } satisfies Record<Auth, string>,
  /** The same in a column that is headed “Credentials”. */
  authShort: { proxy: 'Proxy', bearer: 'Bearer token' } satisfies Record<Auth, string>,
  tokenMissing: 'no token entered',
  tokenHeld: 'token entered',
  tokenExpires: (date: Date, now: Date) =>
    date <= now ? `token expired on ${formatDateTime(date)}` : `token expires on ${formatDateTime(date)}`,
  test: 'Test connection',
  moreOf: (name: string) => `More actions for ${name}`,
  testShort: 'Test',
  testOf: (label: string) => `Test connection ${label}`,
  testing: 'Testing…',
  enterToken: 'Enter token',
  enterTokenOf: (label: string) => `Enter token of ${label}`,
  forgetToken: 'Remove token',
  forgetTokenOf: (label: string) => `Remove token of ${label}`,
  edit: 'Edit',
  editOf: (label: string) => `Edit ${label}`,
  remove: 'Remove',
  removeOf: (label: string) => `Remove ${label}`,

  diagnosis,
  works: 'The connection works.',
  tenantId: 'Tenant ID',
  servicePlan: 'Service plan',
  tenantStatus: 'Status',
  quota: 'Docker registry secrets',
  quotaUsed: (secrets: number, quota: Quota | undefined) =>
    quota?.max === undefined ? `${secrets}, quota not known` : `${quota.used} of ${quota.max} used`,

  addHeading: 'Add a connection',
  addNote: 'Stored in this browser. A token stays in this tab’s memory until you close the tab.',
  editHeading: 'Edit connection',
  unknownHeading: 'Connection not found',
  unknownText:
    'It may have been removed in another tab. Connections from /config.json cannot be edited here.',
  backToList: 'Open connections',
  label: 'Label',
  labelHint: 'The tenant’s name in this console',
  labelEmpty: 'Enter a label.',
  labelTaken: (label: string) => `Another connection has the label “${label}”. Choose another one.`,
  labelTooLong: (max: number) => `Use at most ${max} characters.`,
  baseUrl: 'Proxy address',
  baseUrlHint: 'A path such as /proxy/acme, or a full https address',
  fullUrl: 'Requests go to',
  addressProblem,
  useSuggestion: (suggestion: string) => `Use ${suggestion}`,
  addressSuggestion: (suggestion: string) => `Did you mean ${suggestion}?`,
  aicoreItself:
    'This is AI Core itself. It does not accept requests from web pages. Enter the address of a proxy in front of it.',
  token: 'Bearer token',
  tokenHint: 'Optional. You can enter it later. Kept in this tab’s memory only.',
  tokenKeepHint: 'Leave empty to keep the current one. Kept in this tab’s memory only.',
  showToken: 'Show token',
  hideToken: 'Hide token',
  tokenProblem,
  tokenEndsAt: (date: Date, now: Date) =>
    date <= now
      ? `This token expired on ${formatDateTime(date)}.`
      : `This token expires on ${formatDateTime(date)}.`,
  save: 'Save',

  tokenTitle: (label: string) => `Token for ${label}`,
  tokenReason: {
    missing: 'This connection needs a bearer token. None has been entered in this tab yet.',
    rejected: 'AI Core rejected the token (401). It may have expired or been revoked. Enter a new one.',
  },
  tokenSentTo: 'Kept in this tab’s memory and sent to this address only:',
  tokenDialogHint: 'The token alone, or the token endpoint’s full answer',
  tokenRefused: 'AI Core rejected this token (401). Enter another one.',
  tokenOfOther: (tenantId: string) =>
    `This token belongs to a different tenant (${tenantId}) than the last one. Your changes would go to that tenant.`,
  useToken: 'Use token',
  useTokenAnyway: 'Use it anyway',
  notNow: 'Not now',
  waiting: (labels: readonly string[]) =>
    labels.length === 1
      ? `“${labels[0]}” needs a token.`
      : `${plural(labels.length, connectionForms)} need a token.`,

  export: 'Export',
  exportFile: 'connections.json',
  import: 'Import…',
  importFile: 'File with connections',
  importTitle: 'Import connections',
  importFailed: (name: string) => `Nothing was imported from ${name}`,
  importNothing: 'Nothing to import. All these connections already exist.',
  importActions: {
    add: 'will be added',
    replace: 'replaces the one at',
    same: 'already exists',
    offered: 'already offered by this console',
  },
  importButton: (count: number) => `Import ${plural(count, connectionForms)}`,
  fileProblem,
};
