import { z } from 'zod/mini';
import { readBearerToken } from '../domain/token/bearer-token.ts';
import type { Connection } from '../domain/connection/connection.ts';
import { checkProxyAddress, normalizeProxyAddress } from '../domain/connection/proxy-address.ts';
import type { Catalogue } from '../ui/texts/texts.ts';
import { reportProblem } from '../ui/form/form-rules.ts';

/** The values as the form shows them. */
export interface ConnectionFormValues {
  label: string;
  baseUrl: string;
  auth: Connection['auth'];
  token: string;
}

const maxLabelLength = 80;

export interface ConnectionFormRules {
  readonly texts: Catalogue['connections'];
  /** The labels of the other connections: with equal labels, tenants could not be told apart. */
  readonly takenLabels: readonly string[];
  /** The current value of the form's `auth` choice. */
  readonly auth: Connection['auth'];
}

export function connectionFormSchema({ texts, takenLabels, auth }: ConnectionFormRules) {
  const taken = new Set(takenLabels.map((label) => label.toLowerCase()));
  const label = z.string().check((context) => {
    const trimmed = context.value.trim();
    if (trimmed === '') reportProblem(context, texts.labelEmpty);
    else if (trimmed.length > maxLabelLength) reportProblem(context, texts.labelTooLong(maxLabelLength));
    else if (taken.has(trimmed.toLowerCase())) reportProblem(context, texts.labelTaken(trimmed));
  });
  const baseUrl = z.string().check((context) => {
    const { problem } = checkProxyAddress(context.value);
    if (problem) reportProblem(context, texts.addressProblem(problem));
  });
  // A token that was typed before the choice was changed is ignored.
  const token = z.string().check((context) => {
    const read = auth === 'bearer' ? readBearerToken(context.value) : undefined;
    if (read?.ok === false && read.code !== 'empty') reportProblem(context, texts.tokenProblem(read.code));
  });
  return z.object({ label, baseUrl, auth: z.enum(['proxy', 'bearer']), token });
}

/** The connection with that id as the form describes it. */
export function toConnection(id: string, { label, baseUrl, auth }: ConnectionFormValues): Connection {
  return { id, label: label.trim(), baseUrl: normalizeProxyAddress(baseUrl), auth };
}

/** The token to use, if one was entered and is needed. */
export function tokenOf({ auth, token }: ConnectionFormValues): string | undefined {
  const read = readBearerToken(token);
  return auth === 'bearer' && read.ok ? read.token : undefined;
}
