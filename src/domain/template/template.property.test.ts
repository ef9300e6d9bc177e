import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addImagePullSecret } from './testing/add-image-pull-secret.ts';
import { secretNames, templateTexts } from './testing/arbitrary-template.ts';
import { valuesOf, valuesWithSecrets } from './testing/oracle.ts';

const runs = { numRuns: 150 };

function withoutLines(text: string, lines: readonly number[]): string {
  return text
    .split('\n')
    .filter((_line, index) => !lines.includes(index + 1))
    .join('\n');
}

function check(property: (text: string, names: string[]) => void): void {
  fc.assert(fc.property(templateTexts, secretNames, property), runs);
}

describe('addImagePullSecret on generated templates', () => {
  test('the patched values are the old ones plus the secrets', () => {
    check((text, names) => {
      const result = addImagePullSecret(text, names);
      expect(result.problem).toBeUndefined();
      expect(result.documents.map(({ action }) => action)).not.toContain('failed');
      expect(valuesOf(result.text)).toEqual(valuesWithSecrets(text, names));
    });
  });

  test('applying it twice changes nothing more', () => {
    check((text, names) => {
      const once = addImagePullSecret(text, names).text;
      const twice = addImagePullSecret(once, names);
      expect(twice.text).toBe(once);
      const actions = twice.documents.map(({ action }) => action);
      expect(actions.filter((action) => action !== 'already-there' && action !== 'left-alone')).toEqual([]);
    });
  });

  test('without the added lines it is the old text, except for the lines named as changed', () => {
    check((text, names) => {
      const result = addImagePullSecret(text, names);
      const added = result.documents.flatMap(({ addedLines }) => addedLines);
      const changed = result.documents.flatMap(({ changedLines }) => changedLines);
      const oldLines = text.split('\n');
      const newLines = result.text.split('\n');
      const kept = newLines.map((_line, index) => index + 1).filter((line) => !added.includes(line));
      expect(kept).toHaveLength(oldLines.length);
      const differing = kept.filter((line, index) => newLines[line - 1] !== oldLines[index]);
      // The last line gets a line break if a line was added after it.
      const last = kept.at(-1);
      const broken =
        !text.endsWith('\n') && added.at(-1) === newLines.length && last !== undefined ? [last] : [];
      expect(differing.filter((line) => !broken.includes(line) || changed.includes(line))).toEqual(changed);
      expect(changed.length + broken.length > 0 || withoutLines(result.text, added) === text).toBe(true);
    });
  });
});
