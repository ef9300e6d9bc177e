import { checkRegistryHost } from '../../../domain/registry/registry-host.ts';
import type { RegistryProvider } from '../../../domain/registry/registry-provider.ts';
import type { Credential } from '../../../ui/form/credential-notes.ts';
import { suggestionNotes, type FieldNote } from '../../../ui/form/field-notes.tsx';
import type { Catalogue } from '../../../ui/texts/texts.ts';

type Texts = Catalogue['secretForm'];

/** Remarks about a host, with the correct host where it is clear what was meant. */
export function hostNotes(texts: Texts, host: string, replace: (host: string) => void): FieldNote[] {
  if (host === '') return [];
  const { problem, warnings } = checkRegistryHost(host);
  if (problem?.suggestion !== undefined) {
    const words = { suggestion: texts.suggestion(problem.suggestion), use: texts.useSuggestion };
    return suggestionNotes(words, problem.suggestion, replace);
  }
  return warnings.map((warning) => ({
    id: warning.code,
    severity: 'warning',
    text: texts.hostWarning(warning),
    ...('suggestion' in warning && {
      fix: { label: texts.useSuggestion(warning.suggestion), apply: () => replace(warning.suggestion) },
    }),
  }));
}

/** For registries that accept the token as the username too. */
export function sameAsTokenNotes(
  texts: Texts,
  provider: RegistryProvider,
  { username, accessToken }: Credential,
  replace: (username: string) => void,
): FieldNote[] {
  if (provider.username.sameAsToken !== true || accessToken === '' || username === accessToken) return [];
  const fix = { label: texts.useToken, apply: () => replace(accessToken) };
  return [{ id: 'same-as-token', severity: 'info', text: texts.sameAsToken(provider.name), fix }];
}
