import * as z from 'zod';
import { BootError } from '../common/boot-error.ts';
import { isLoopbackHost } from '../common/loopback.ts';
import { parseJson } from '../common/parse-json.ts';
import type { OidcSettings, SignInSettings, XsuaaCredentials } from '../sign-in/sign-in-settings.ts';
import { isSafeOrigin } from './origins.ts';
import { wholeNumber, wholeNumberRule } from './whole-number.ts';

const headerName = z.string().regex(/^[\w-]{1,100}$/);

/** The variables of sign-in, and how each must look. */
export const signInVariables = {
  CONSOLE_AUTH: z.enum(['off', 'oidc', 'xsuaa', 'header']).optional(),
  // A session cookie must be safe in transit.
  PUBLIC_URL: z.string().refine(isSafeOrigin).optional(),
  OIDC_ISSUER: z.string().refine(isIssuer).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPES: z
    .string()
    .refine((text) => text.split(' ').includes('openid'))
    .default('openid profile email'),
  OIDC_GROUPS_CLAIM: z.string().default('groups'),
  SESSION_IDLE_MINUTES: wholeNumber(1, 1440).default(60),
  SESSION_MAX_HOURS: wholeNumber(1, 168).default(8),
  XSUAA_SERVICE_KEY: z.string().optional(),
  HEADER_USER: headerName.default('X-Forwarded-User'),
  HEADER_NAME: headerName.default('X-Forwarded-Email'),
  HEADER_GROUPS: headerName.default('X-Forwarded-Groups'),
  SIGN_OUT_URL: z.string().refine(isSignOutUrl).optional(),
};

/** What to say if one is wrong. */
export const signInRules: Record<string, string> = {
  CONSOLE_AUTH: 'must be off, oidc, xsuaa or header',
  PUBLIC_URL:
    'must be the console’s origin, such as https://console.example.com; plain http on this machine only',
  OIDC_ISSUER: 'must be the https address of an OpenID Connect provider',
  OIDC_SCOPES: 'must be scopes with spaces between them, one of them openid',
  SESSION_IDLE_MINUTES: wholeNumberRule(1, 1440),
  SESSION_MAX_HOURS: wholeNumberRule(1, 168),
  HEADER_USER: 'must be the name of a header',
  HEADER_NAME: 'must be the name of a header',
  HEADER_GROUPS: 'must be the name of a header',
  SIGN_OUT_URL: 'must be a path such as /oauth2/sign_out or an https address',
};

type Variables = z.infer<z.ZodObject<typeof signInVariables>> & {
  HOST: string;
  TRUSTED_PROXIES: string[];
  VCAP_SERVICES?: string | undefined;
};

/**
 * How people sign in.
 * @throws {BootError} if that mode lacks something, or if other machines could reach a gateway without sign-in.
 */
export function readSignIn(settings: Variables): SignInSettings {
  const exposed = !isLoopbackHost(settings.HOST);
  switch (settings.CONSOLE_AUTH) {
    case 'oidc':
      return readOidc(settings);
    case 'xsuaa':
      return { mode: 'xsuaa', credentials: readXsuaa(settings), signOutUrl: settings.SIGN_OUT_URL };
    case 'header':
      if (settings.TRUSTED_PROXIES.length === 0) throw new BootError(nobodyTrusted);
      return {
        mode: 'header',
        user: settings.HEADER_USER,
        name: settings.HEADER_NAME,
        groups: settings.HEADER_GROUPS,
        signOutUrl: settings.SIGN_OUT_URL,
      };
    case undefined:
      if (exposed) throw new BootError(openDoor);
      return { mode: 'off', exposed };
    case 'off':
      return { mode: 'off', exposed };
  }
}

function readOidc(settings: Variables): OidcSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, PUBLIC_URL: publicUrl } = settings;
  if (issuer === undefined || clientId === undefined || publicUrl === undefined) {
    throw new BootError('CONSOLE_AUTH=oidc needs OIDC_ISSUER, OIDC_CLIENT_ID and PUBLIC_URL.');
  }
  return {
    mode: 'oidc',
    issuer,
    clientId,
    clientSecret: settings.OIDC_CLIENT_SECRET,
    scopes: settings.OIDC_SCOPES,
    groupsClaim: settings.OIDC_GROUPS_CLAIM,
    publicUrl: new URL(publicUrl).origin,
    idleMinutes: settings.SESSION_IDLE_MINUTES,
    maxHours: settings.SESSION_MAX_HOURS,
  };
}

const credentialsSchema = z.object({
  clientid: z.string().min(1),
  xsappname: z.string().min(1),
  url: z.url(),
  uaadomain: z.string().min(1),
  verificationkey: z.string().optional(),
  identityzoneid: z.string().optional(),
});
const bindingsSchema = z.object({ xsuaa: z.array(z.object({ credentials: credentialsSchema })).min(1) });

function readXsuaa({ XSUAA_SERVICE_KEY: key, VCAP_SERVICES: bindings }: Variables): XsuaaCredentials {
  const found =
    key === undefined
      ? bindingsSchema.safeParse(parseJson(bindings ?? '')).data?.xsuaa[0]?.credentials
      : credentialsSchema.safeParse(parseJson(key)).data;
  if (found === undefined) throw new BootError(noXsuaa);
  return found;
}

const openDoor =
  'HOST is not a loopback address and sign-in is off: anyone who can reach the gateway could change your ' +
  'tenants. Set CONSOLE_AUTH to oidc, xsuaa or header, or to off to allow that, or leave HOST at 127.0.0.1.';
const nobodyTrusted =
  'CONSOLE_AUTH=header needs TRUSTED_PROXIES, the addresses whose headers are trusted, such as 10.0.0.0/8.';
const noXsuaa =
  'CONSOLE_AUTH=xsuaa needs a binding of the service xsuaa in VCAP_SERVICES, or its service key in XSUAA_SERVICE_KEY.';

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash } = new URL(text);
  return (
    (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))) && `${search}${hash}` === ''
  );
}

function isSignOutUrl(text: string): boolean {
  return /^\/(?!\/)/.test(text) || (/^https:\/\//i.test(text) && URL.canParse(text));
}
