import * as z from 'zod';

/** Whom a logout token signs out: one session by the provider's name for it, or all sessions of a person. */
export type SignedOut = { providerSession: string } | { personId: string };

const text = z.string().min(1).optional().catch(undefined);
const claimsSchema = z.object({
  sub: z.string().min(1),
  name: text,
  preferred_username: text,
  email: text,
  sid: text,
});
const groupsSchema = z
  .union([z.array(z.string()), z.string().transform((group) => [group])])
  .optional()
  .catch(undefined);

/** What an ID token or a userinfo answer says about a person; a claim of a wrong type counts as absent. */
export function readClaims(claims: object | undefined, groupsClaim: string) {
  const { sub, sid, ...names } = claimsSchema.parse(claims);
  const groups: unknown = claims === undefined ? undefined : Reflect.get(claims, groupsClaim);
  return {
    sub,
    sid,
    name: names.name ?? names.preferred_username ?? names.email,
    groups: groupsSchema.parse(groups),
  };
}

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';
const logoutSchema = z.object({
  events: z.object({ [logoutEvent]: z.object({}) }),
  nonce: z.undefined().optional(),
  sub: text,
  sid: text,
});

/**
 * Reads the verified claims of a logout token (https://openid.net/specs/openid-connect-backchannel-1_0.html, 2.4).
 * Throws if they belong to another kind of token, such as an ID token.
 */
export function readLogoutClaims(payload: unknown): SignedOut {
  const { sub, sid } = logoutSchema.parse(payload);
  if (sid !== undefined) return { providerSession: sid };
  if (sub !== undefined) return { personId: sub };
  throw new Error('the logout token names nobody');
}
