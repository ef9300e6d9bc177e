import { describe, expect, test } from 'vitest';
import { applyEdits } from '../patch/apply-edits.ts';
import { codesIn, fixed, hintsIn, only, serving, workflow } from './testing/rule-templates.ts';

describe('names', () => {
  test.each([
    ['House_Price.train', 'house-price-train'],
    ['"two words"', '"two-words"'],
    ['-train-', 'train'],
  ])('%s becomes %s', (written, better) => {
    const text = workflow.replace('house-price-train', written);
    expect(only(text, 'name-form')).toMatchObject({ line: 4, column: 9 });
    expect(fixed(text, 'name-form')).toBe(workflow.replace('house-price-train', better));
  });

  test('a placeholder may become any name', () => {
    expect(codesIn(workflow.replace('house-price-train', "'{{name}}'"))).toEqual([]);
  });

  test('the second of two templates with one name is reported', () => {
    const text = `${workflow}---\n${serving.replace('house-price-serve', 'house-price-train')}`;
    const { line, documentIndex, fix } = only(text, 'duplicate-id');
    expect([line, documentIndex, fix]).toEqual([34, 1, undefined]);
  });
});

describe('labels and annotations', () => {
  test.each([
    ['    scenarios.ai.sap.com/id: house-prices\n', 'label-missing', 'house-price-train'],
    ['    ai.sap.com/version: "1.0.0"\n', 'label-missing', '1.0.0'],
    ['    scenarios.ai.sap.com/name: "House prices"\n', 'annotation-missing', 'house-prices'],
    ['    executables.ai.sap.com/name: "Train"\n', 'annotation-missing', 'house-price-train'],
  ] as const)('%s is reported as missing, and inserted', (line, code, value) => {
    const text = workflow.replace(line, '');
    const key = line.trim().split(': ')[0] ?? '';
    expect(only(text, code).detail).toBe(key);
    expect(fixed(text, code)).toContain(`    ${key}: "${value}"\n`);
  });

  test('without any labels they are inserted right after the name', () => {
    const text = workflow.replace(/ {2}labels:\n.*\n.*\n/, '');
    const after = applyEdits(
      text,
      hintsIn(text).find(({ code }) => code === 'label-missing')?.fix ?? [],
    ).text;
    expect(after).toContain(
      '  name: house-price-train\n  labels:\n    scenarios.ai.sap.com/id: "house-price-train"\n  annotations:\n',
    );
  });

  test.each([
    ['House Price_1', 'house-price-1'],
    [`a${'-b'.repeat(100)}`, `a${'-b'.repeat(31)}`],
  ])('the name %s becomes a valid label as the scenario’s id', (name, id) => {
    const text = workflow
      .replace('house-price-train', name)
      .replace('    scenarios.ai.sap.com/id: house-prices\n', '');
    expect(fixed(text, 'label-missing')).toContain(`    scenarios.ai.sap.com/id: "${id}"\n`);
  });

  test('an empty key is filled', () => {
    const text = workflow.replace(/ {2}labels:\n.*\n.*\n/, '  labels:\n');
    const after = applyEdits(
      text,
      hintsIn(text).find(({ code }) => code === 'label-missing')?.fix ?? [],
    ).text;
    expect(after).toContain('  labels:\n    scenarios.ai.sap.com/id: "house-price-train"\nspec:\n');
  });
});
