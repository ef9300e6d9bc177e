/** How people sign in. */
export type SignInSettings = OffSettings | OidcSettings | XsuaaSettings | HeaderSettings;

interface OffSettings {
  mode: 'off';
  /** Other machines than this one can reach the gateway. */
  exposed: boolean;
}

/** An OpenID Connect provider, and the sessions of the people whom it signed in. */
export interface OidcSettings {
  mode: 'oidc';
  issuer: string;
  clientId: string;
  /** Undefined for a public client. */
  clientSecret: string | undefined;
  scopes: string;
  groupsClaim: string;
  /** The console's origin, as the browser sees it. */
  publicUrl: string;
  idleMinutes: number;
  maxHours: number;
}

/** The JWT that SAP's approuter passes on. */
export interface XsuaaSettings {
  mode: 'xsuaa';
  credentials: XsuaaCredentials;
  signOutUrl: string | undefined;
}

/** What a binding of the service `xsuaa` holds. */
export interface XsuaaCredentials {
  clientid: string;
  xsappname: string;
  url: string;
  uaadomain: string;
  verificationkey?: string | undefined;
  identityzoneid?: string | undefined;
}

/** The names of the headers that a proxy in front sets. */
export interface HeaderSettings {
  mode: 'header';
  user: string;
  name: string;
  groups: string;
  signOutUrl: string | undefined;
}
