import * as fc from 'fast-check';
import type { RegistryEntry } from '../docker-config.ts';

export const hardPassword = `it's "hard" \\n \\( $HOME \`id\` $(id) !! %s \t\r\n <&> é😀\u2028\u0085\u007f {{x}}`;
export const janeEntry: RegistryEntry = {
  host: 'ghcr.io',
  username: 'jane',
  password: 'not-a-real-password',
};
export const joeEntry: RegistryEntry = {
  host: 'https://index.docker.io',
  username: 'joe',
  password: 'not-a-real-token',
};
export const withExtra: RegistryEntry = {
  ...janeEntry,
  extra: {
    email: 'jane@example.com',
    identitytoken: 'not-a-real-identity',
    nested: { token: 'not-a-real-nested' },
  },
};

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '(', ')', '$', '`', ' ', '\n', ':', '\u0085', '\uFEFF'),
    minLength: 1,
  }),
  fc.constantFrom(hardPassword, '__proto__', '7', '\u0001', '\uFFFF'),
);
export const entries = fc.uniqueArray(fc.record({ host: text, username: text, password: text }), {
  selector: ({ host }) => host,
  minLength: 1,
  maxLength: 4,
});
