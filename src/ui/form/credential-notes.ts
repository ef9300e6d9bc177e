import type { TokenCheck, UsernameCheck } from '../../domain/token/credential-checks.ts';
import type { Catalogue } from '../texts/texts.ts';
import type { FieldNote } from './field-notes.tsx';

export interface Credential {
  readonly username: string;
  readonly accessToken: string;
}

/**
 * Warnings about a username or token as notes at its field, each with a button that fixes it: `replace` changes the
 * field's value, `replaceBoth` changes both.
 */
export function credentialNotes(
  texts: Catalogue['credentials'],
  warnings: UsernameCheck['warnings'] | TokenCheck['warnings'],
  { username, accessToken }: Credential,
  replace: (value: string) => void,
  replaceBoth: (credential: Credential) => void,
): FieldNote[] {
  return warnings.map((warning): FieldNote => {
    const note = { id: warning.code, severity: 'warning', text: texts.warning(warning) } as const;
    const fix = (apply: () => void): FieldNote => ({
      ...note,
      fix: { label: texts.mend[warning.code], apply },
    });
    switch (warning.code) {
      case 'placeholder':
        return note;
      case 'token-as-username':
        return fix(() => replaceBoth({ username: accessToken, accessToken: username }));
      case 'username-in-token':
        return fix(() => replaceBoth({ username: warning.username, accessToken: warning.token }));
      case 'surrounding-white-space':
      case 'inner-white-space':
      case 'quoted':
      case 'bearer-prefix':
        return fix(() => replace(warning.mended));
    }
  });
}
