import { expect, test } from 'vitest';
import { removeUrlCredentials } from './url-credentials.ts';

const cases = [
  ['https://github.com/team/app', 'https://github.com/team/app'],
  ['https://jo:not-a-real-token@github.com/team/app', 'https://github.com/team/app'],
  ['https://not-a-real-token@github.com/team/app', 'https://github.com/team/app'],
  ['http://jo:with@sign@git.example.com:8443/app.git', 'http://git.example.com:8443/app.git'],
  ['https://:not-a-real-token@host/path', 'https://host/path'],
  ['git clone https://jo:not-a-real-token@host/app', 'git clone https://host/app'],
  ['https://host/people/@jo', 'https://host/people/@jo'],
  ['https://host/?mail=jo@example.com', 'https://host/?mail=jo@example.com'],
  ['git@github.com:team/app.git', 'git@github.com:team/app.git'],
  ['', ''],
] as const;

for (const [text, clean] of cases) {
  test(`of "${text}" remains "${clean}"`, () => {
    expect(removeUrlCredentials(text)).toBe(clean);
  });
}
