import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from './language.ts';
import { wordingsOf } from './testing/wordings.ts';

/**
 * What a person in a hurry stumbles over, what no colleague would say, and the second word for a thing that has one.
 * With “*” at its end, however the word goes on.
 */
const refused: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'all the same',
    'and/or',
    'any more',
    'anew',
    'at all',
    'e.g',
    'everybody',
    'in order to',
    'is no',
    'just now',
    'meanwhile',
    'nobody',
    'oops',
    'patience',
    'please',
    'put aside',
    'shall',
    'somebody',
    'sorry',
    'stand',
    'stands',
    'successful',
    'successfully',
    'takes no',
    'told',
    'used up',
  ],
  de: [
    'abgleich',
    'abgleichen',
    'anmeldedaten',
    'bitte',
    // Needs: benötigt.
    'brauch*',
    'datei wählen',
    'dein',
    'deine',
    'du',
    'erfolgreich',
    'geheimnis',
    // Approves: gibt frei.
    'genehmig*',
    'hoppla',
    'kennung*',
    'kennwort*',
    'leider',
    'mandant',
    'noch einmal',
    // Uses: verwendet.
    'nutz*',
    'passwörter vergessen',
    // Fails: schlägt fehl.
    'scheiter*',
    'suche leeren',
    'ups',
    'und/oder',
    // Folder: Ordner.
    'verzeichnis*',
    'z.b',
    'zugangstoken*',
  ],
};

/** Signs that belong to the other language, or to a typewriter. */
const signs: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  en: [[/[„‚]/u, 'a German quotation mark']],
  de: [[/”|“\p{L}/u, 'an English quotation mark']],
};

function faults(wording: string, language: Language): string[] {
  const words = ` ${wording.toLowerCase().replaceAll(/[^\p{L}\p{N}/.]+/gu, ' ')} `.replaceAll('. ', ' ');
  return [
    ...refused[language].filter((one) =>
      words.includes(one.endsWith('*') ? ` ${one.slice(0, -1)}` : ` ${one} `),
    ),
    ...signs[language].flatMap(([sign, fault]) => (sign.test(wording) ? [fault] : [])),
    ...(wording.endsWith('!') ? ['an exclamation mark'] : []),
    ...(wording.includes('...') ? ['three dots for an ellipsis'] : []),
    ...(/\p{L}'\p{L}/u.test(wording) ? ['a straight apostrophe'] : []),
    ...(/\S {2,}\S/.test(wording) ? ['two spaces'] : []),
  ];
}

/** The wordings of a language by file. */
function readTexts(language: Language): Map<string, string[]> {
  const folder = `src/ui/texts/${language}`;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return new Map(
    files.toSorted().map((file) => {
      const source = readFileSync(path.join(folder, file), 'utf8');
      return [file, wordingsOf(file, source).map(({ text }) => text)];
    }),
  );
}

describe.each(languages)('%s', (language) => {
  test('no text has a word that the console does not use', () => {
    const texts = readTexts(language);
    const found = [...texts].flatMap(([file, wordings]) =>
      wordings.flatMap((wording) =>
        faults(wording, language).map((fault) => `${file}: ${fault} in “${wording}”`),
      ),
    );
    expect(texts.size).toBeGreaterThan(15);
    expect(found).toEqual([]);
  });
});

test('nor has a sentence that the gateway answers with', () => {
  const files = readdirSync('gateway', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('testing'),
  );
  const sentences = files.flatMap((file) => {
    const language = file.endsWith('-de.ts') ? 'de' : 'en';
    return wordingsOf(file, readFileSync(path.join('gateway', file), 'utf8'))
      .filter(({ text }) => /^\p{Lu}.* .*\.$/su.test(text))
      .map(({ text }) => ({ language, text }) as const);
  });
  const found = sentences.flatMap(({ language, text }) =>
    faults(text, language).map((fault) => `${fault} in “${text}”`),
  );
  const german = sentences.filter(({ language }) => language === 'de');
  expect(sentences.length).toBeGreaterThan(50);
  expect(german.length).toBeGreaterThan(5);
  expect(found).toEqual([]);
});

/** Names, and words that German has from English; of codes and file names too. */
const same = new Set(
  [
    ['AI Core Registry Console', 'Alibaba Cloud OSS', 'Argo', 'AWS', 'Azure', 'Azure Blob Storage'],
    ['Azure DevOps', 'Bitbucket', 'DigitalOcean', 'Google Cloud Storage', 'ms', 'Proxy'],
    ['Docker Hub', 'GitHub', 'GitLab', 'Google Cloud', 'IBM Cloud', 'JFrog', 'Knative', 'npm', 'NVIDIA'],
    [
      'Demo',
      'Format',
      'Image',
      'Images',
      'in',
      'In',
      'Labels',
      'Name',
      '(optional)',
      'Plan',
      'Region',
      'Registry',
      'Repository',
      'Revision',
    ],
    ['ID', 'Secret', 'Secrets', 'Status', 'System', 'Team', 'Tenant', 'Tenants', 'URL'],
    ['edit', 'new', 'rotate', 'connections.json', 'template.yaml', 'onboarding-', '.md'],
    ['imagePullSecrets (YAML)', 'in /config.json'],
    ['Jwt is expired', 'Jwt issuer is not configured', 'Jwt verification fails', 'RBAC: access denied'],
  ].flat(),
);

test('no German text is still English', () => {
  const english = readTexts('en');
  const found = [...readTexts('de')].flatMap(([file, wordings]) => {
    const others = new Set(english.get(file));
    return wordings.filter((wording) => /\p{L}{2}/u.test(wording) && others.has(wording));
  });
  // Beside a value there is a space, a comma or a colon.
  const bare = new Set(found.map((wording) => wording.replaceAll(/^[\s,]+|[ :]+$/g, '')));
  expect([...bare].filter((wording) => !same.has(wording))).toEqual([]);
  expect([...same].filter((wording) => !bare.has(wording))).toEqual([]);
});

test.each([
  ['en', "export const a = 'Please wait.';", ['please']],
  ['en', 'export const a = (n: number) => `${n} of them stand here`;', ['stand']],
  ['en', "export const a = { b: 'This is no address, e.g. none' };", ['e.g', 'is no']],
  ['en', "export const a = 'Done!';", ['an exclamation mark']],
  ['en', "export const a = 'Loading...';", ['three dots for an ellipsis']],
  ['en', `export const a = "It's here";`, ['a straight apostrophe']],
  ['en', "export const a = 'Standard, notably, totally.';", []],
  ['en', "export const a = '„a“';", ['a German quotation mark']],
  ['de', "export const a = 'Bitte warten.';", ['bitte']],
  ['de', "export const a = 'Das nutzt, wer es braucht.';", ['brauch*', 'nutz*']],
  ['de', "export const a = 'Ein Benutzername; die Datei auswählen.';", []],
  ['de', "export const a = '“a” und „b“';", ['an English quotation mark']],
  ['de', "export const a = 'Das Secret „a“ hinzufügen, du.';", ['du']],
] as const)('%s: %s', (language, source, expected) => {
  expect(wordingsOf('a.ts', source).flatMap(({ text }) => faults(text, language))).toEqual(expected);
});
