import { expect, test } from 'vitest';
import { hasUrlCredentials, removeUrlCredentials } from './url-credentials.ts';

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
  ['https:/jo:not-a-real-token@host/app', 'https:/host/app'],
  ['https:jo:not-a-real-token@host/app', 'https:host/app'],
  ['HTTPS:not-a-real-token@host', 'HTTPS:host'],
  ['https:\\\\jo:not-a-real-token@host\\app', 'https:\\\\host\\app'],
  ['https:\\/jo:not-a-real-token@host/app', 'https:\\/host/app'],
  ['https:////jo:not-a-real-token@host/app', 'https:////host/app'],
  ['ssh://jo:not-a-real-token@host/app', 'ssh://host/app'],
  ['https:// jo:not-a-real-token@host/app', 'https://host/app'],
  ['https://jo:not a real token@host/app', 'https://host/app'],
  ['https://jo doe:not-a-real-token@host/app', 'https://host/app'],
  ['https://jo:not-a\n-real-token@host/app', 'https://host/app'],
  ['see https://host or jo@example.com', 'see https://host or jo@example.com'],
  ['https://host/a?access_token=not-a-real-token', 'https://host/a?access_token='],
  ['https://host/a?b=1&private_token=not-a-real-token&c=2#d', 'https://host/a?b=1&private_token=&c=2#d'],
  ['https://host/a#Access_Token=not-a-real-token', 'https://host/a#Access_Token='],
  ['https://host/a?tokens=2', 'https://host/a?tokens=2'],
  ['https:/host/people/@jo', 'https:/host/people/@jo'],
] as const;

for (const [text, clean] of cases) {
  test(`"${text}" becomes "${clean}"`, () => {
    expect(removeUrlCredentials(text)).toBe(clean);
    expect(hasUrlCredentials(text)).toBe(text !== clean);
  });
}
