import type { BearerTokenResult } from '../../../domain/token/bearer-token.ts';
import type { ConnectionsFileProblem } from '../../../domain/connection/connections-file.ts';
import type { ConnectionDiagnosis, QuotaFacts } from '../../../domain/connection/connection-diagnosis.ts';
import type { HiddenConnection } from '../../../domain/connection/merge-connections.ts';
import type { ProxyAddressProblem } from '../../../domain/connection/proxy-address.ts';
import { formatDateTime, plural } from '../format.ts';
import { jsonReasons } from './shared/json-reasons.ts';

type Auth = 'proxy' | 'bearer';

const connectionForms = { one: 'connection', other: 'connections' };

function addressProblem(problem: ProxyAddressProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Enter the proxy’s address, for example https://proxy.example.com/acme.';
    case 'white-space':
      return 'There is white space before or after the address.';
    case 'not-an-address':
      return 'This is no address: enter a path that begins with one “/”, or a whole https address.';
    case 'no-scheme':
      return 'Write the whole address, with https:// before it.';
    case 'plain-http':
      return 'Over http a token could be read on the way: use https. Only this machine itself may be called over http.';
    case 'other-scheme':
      return `An address begins with https://, not with ${problem.scheme}://.`;
    case 'credentials':
      return 'Remove the part before “@”: credentials do not belong in an address.';
    case 'query':
      return 'Remove what follows “?” or “#”: the calls are appended to the address.';
    case 'dot-segments':
      return 'Write the path out, without “.” and “..” in it.';
    case 'admin-path':
      return 'Leave out /v2/admin: the console appends it.';
  }
}

function tokenProblem(code: Extract<BearerTokenResult, { ok: false }>['code']): string {
  switch (code) {
    case 'empty':
      return 'Enter the token.';
    case 'service-key':
      return 'This is a service key. Get a token with it first, and paste that; the key itself does not belong in a browser.';
    case 'bad-character':
      return 'This is no token: it has white space or characters in it that a token cannot have.';
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
          'Check the address, that the proxy is running, and that this browser trusts its certificate. A server that forbids any use by other pages looks the same.',
      };
    case 'timeout':
      return {
        title: 'Not reachable: no answer arrived within 15 seconds.',
        advice: 'Check the address, and whether a firewall or VPN stands between this browser and the proxy.',
      };
    case 'blocked-by-cors':
      return {
        title: 'Blocked by CORS: the server answers, but does not let this page read it.',
        advice: `Let the proxy allow the origin ${place.pageOrigin} with the headers authorization and content-type, or serve it under the console’s own address.`,
      };
    case 'blocked-by-policy':
      return {
        title: 'Blocked by this console’s content security policy.',
        advice: `Nothing was sent. Whoever runs the console can allow the address: CONNECT_SRC=${place.proxyOrigin} for its gateway, or connect-src in the policy of another server.`,
      };
    case 'redirects':
      return {
        title: 'Not an AI Core API: the address redirects, perhaps to a sign-in page.',
        advice: 'Enter the address that it leads to, or have the proxy answer without a sign-in page.',
      };
    case 'not-ai-core':
      return {
        title:
          diagnosed.status === 404
            ? 'Not an AI Core API: there is no admin API below this address (404).'
            : 'Not an AI Core API: something else answered.',
        advice: 'Check the address, its path above all. The console appends /v2/admin/… to it.',
      };
    case 'unauthorized':
      if (place.auth === 'proxy')
        return {
          title: 'The credentials that the proxy adds were not accepted (401).',
          advice: 'Have the service key or the token of the proxy renewed.',
        };
      return place.hasToken
        ? { title: 'The token was not accepted (401).', advice: 'It may have expired. Enter a new one.' }
        : {
            title: 'A token is needed (401).',
            advice: 'The address answers as AI Core does. Enter a token and test again.',
          };
    case 'forbidden':
      return {
        title: 'The credentials are known, but may not administrate this tenant (403).',
        advice:
          'Use a service key, or a token made with it, whose role includes the administration of the tenant.',
      };
  }
}

function fileProblem(problem: ConnectionsFileProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'The file is empty.';
    case 'too-large':
      return 'The file is larger than a list of connections can be.';
    case 'not-json':
      return `The file is not JSON: ${jsonReasons[problem.reason]} (line ${problem.line}, column ${problem.column}).`;
    case 'service-key':
      return 'This is a service key, not a list of connections. Service keys belong into the gateway, never into a browser.';
    case 'no-list':
      return 'The file is JSON, but no list of connections: it must be an object with a list called “connections”.';
    case 'no-connections':
      return 'The list in the file is empty.';
    case 'credential':
      return `The file holds a credential at ${problem.path}. Nothing of it was taken over: remove it from the file, and have it renewed if others could read it.`;
    case 'not-an-object':
      return `Connection ${problem.position} is no object with label, baseUrl and auth.`;
    case 'no-label':
      return `Connection ${problem.position} has no label.`;
    case 'bad-auth':
      return `Connection ${problem.position}: auth must be “proxy” or “bearer”.`;
    case 'bad-id':
      return `Connection ${problem.position}: the id may hold letters, digits, “.”, “-” and “_” only, and must not be the name of a page.`;
    case 'bad-address':
      return `Connection ${problem.position}: baseUrl is not usable. ${addressProblem(problem.problem)}`;
    case 'duplicate-id':
      return `Connections ${problem.first} and ${problem.position} both have the id “${problem.id}”.`;
  }
}

export const connections = {
  heading: 'Connections',
  note: 'The ways to AI Core: one proxy address for each tenant. The console appends /v2/admin/… to it.',
  add: 'Add connection',
  search: 'Search connections',
  offeredHeading: 'Offered by this console',
  offeredNote: 'They come from /config.json, and everybody who opens this console has them.',
  offeredNone: 'None. Give the gateway a service key, or add a connection below.',
  addedHeading: 'Added in this browser',
  addedNote: 'Only this browser knows them. Tokens are not kept with them.',
  addedNone: 'None yet.',
  noMatch: 'No connection matches.',
  problemsTitle: (count: number) =>
    `${plural(count, { one: 'service key', other: 'service keys' })} cannot be used`,
  problemsText: 'The other tenants work. The list is read anew when this page is opened.',
  keyEnds: (label: string, date: Date, now: Date) =>
    date <= now
      ? `The service key of “${label}” ended ${formatDateTime(date)}. Give the gateway a new one.`
      : `The service key of “${label}” ends ${formatDateTime(date)}. Give the gateway a new one before.`,
  hidden: ({ code, source, connection }: HiddenConnection) =>
    `“${connection.label}” ${source === 'offered' ? 'in /config.json ' : ''}is left out: ${
      code === 'repeated-id'
        ? `another connection has the id “${connection.id}” already.`
        : `its id “${connection.id}” cannot stand in an address.`
    }`,
  damagedTitle: 'The connections kept in this browser cannot be read',
  damagedText: 'They are ignored. Import them from a file if you have one; the next change replaces them.',
  damagedDiscard: 'Discard them',

  open: (label: string) => `Open ${label}`,
  address: 'Address',
  credentials: 'Credentials',
  auth: { proxy: 'The proxy adds them', bearer: 'Bearer token' } satisfies Record<Auth, string>,
  tokenMissing: 'no token entered',
  tokenHeld: 'token entered',
  tokenExpires: (date: Date, now: Date) =>
    date <= now ? `token expired ${formatDateTime(date)}` : `token expires ${formatDateTime(date)}`,
  test: 'Test connection',
  testOf: (label: string) => `Test connection ${label}`,
  testing: 'Testing…',
  enterToken: 'Enter token',
  enterTokenOf: (label: string) => `Enter token of ${label}`,
  forgetToken: 'Forget token',
  forgetTokenOf: (label: string) => `Forget token of ${label}`,
  edit: 'Edit',
  editOf: (label: string) => `Edit ${label}`,
  remove: 'Remove',
  removeOf: (label: string) => `Remove ${label}`,
  removeTitle: (label: string) => `Remove “${label}”?`,
  removeText: 'Only this browser forgets the connection. Nothing changes in AI Core.',

  diagnosis,
  works: 'It works.',
  tenantId: 'Tenant id',
  servicePlan: 'Service plan',
  tenantStatus: 'Status',
  quota: 'Docker registry secrets',
  quotaUsed: (secrets: number, quota: QuotaFacts | undefined) =>
    quota?.max === undefined ? `${secrets}, quota unknown` : `${quota.used} of ${quota.max} used`,

  addHeading: 'Add a connection',
  addNote: 'It is kept in this browser. A token is not: it stays in this tab’s memory until you close it.',
  editHeading: 'Edit connection',
  unknownHeading: 'There is no such connection to edit',
  unknownText: 'It may have been removed in another tab. Those of /config.json cannot be edited here.',
  backToList: 'Go to connections',
  label: 'Label',
  labelHint: 'How the tenant is called in this console',
  labelEmpty: 'Enter a label.',
  labelTaken: (label: string) => `Another connection is called “${label}”. Choose a label of its own.`,
  labelTooLong: (max: number) => `Use at most ${max} characters.`,
  baseUrl: 'Proxy address',
  baseUrlHint: 'A path of this origin, or an absolute https address',
  fullUrl: 'Calls go to',
  addressProblem,
  useSuggestion: (suggestion: string) => `Use ${suggestion}`,
  addressSuggestion: (suggestion: string) => `Did you mean ${suggestion}?`,
  aicoreItself:
    'This is AI Core itself. It does not let pages in a browser read its answers: a proxy in between is needed.',
  token: 'Bearer token',
  tokenHint: 'Optional here: it is asked for when it is needed. Kept in memory only.',
  tokenKeepHint: 'Leave it empty to go on with the present one. Kept in memory only.',
  showToken: 'Show token',
  hideToken: 'Hide token',
  tokenProblem,
  tokenEndsAt: (date: Date, now: Date) =>
    date <= now
      ? `This token expired ${formatDateTime(date)}.`
      : `This token expires ${formatDateTime(date)}.`,
  save: 'Save',
  cancel: 'Cancel',

  tokenTitle: (label: string) => `Token for ${label}`,
  tokenReason: {
    missing: 'This connection sends a bearer token, and none has been entered in this tab yet.',
    rejected: 'The token was rejected (401): it may have expired or been withdrawn. Enter a new one.',
  },
  tokenSentTo: 'It is sent to this address only, and kept in this tab’s memory:',
  tokenDialogHint: 'The token alone, or the whole answer of the token endpoint',
  tokenRefused: 'AI Core rejected this token (401).',
  tokenOfOther: (tenantId: string) =>
    `This token belongs to another tenant (${tenantId}) than the last one: everything you do here would change that tenant.`,
  useToken: 'Use token',
  useTokenAnyway: 'Use it all the same',
  notNow: 'Not now',
  waiting: (labels: readonly string[]) =>
    labels.length === 1
      ? `“${labels[0]}” waits for a token.`
      : `${plural(labels.length, connectionForms)} wait for a token.`,

  export: 'Export',
  exportFile: 'connections.json',
  import: 'Import',
  importFile: 'File with connections',
  importTitle: 'Import connections',
  importFailed: (name: string) => `Nothing was imported from ${name}`,
  importNothing: 'All of them are here already. There is nothing to import.',
  importActions: {
    add: 'is added',
    replace: 'replaces the one at',
    same: 'is here already',
    offered: 'is offered by this console already',
  },
  importButton: (count: number) => `Import ${plural(count, connectionForms)}`,
  fileProblem,
};
