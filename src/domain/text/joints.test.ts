import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitAtJoints } from './joints.ts';

describe('splitAtJoints', () => {
  it.each([
    ['docker-hub', ['docker-hub']],
    ['', ['']],
    ['registry.example.com:5000', ['registry.', 'example.', 'com:', '5000']],
    ['https://github.com/acme/models', ['https:', '/', '/', 'github.', 'com/', 'acme/', 'models']],
    ['robot_pull@example', ['robot_', 'pull@', 'example']],
  ])('%j: %j', (text, parts) => {
    expect(splitAtJoints(text)).toEqual(parts);
  });

  it('leaves nothing out', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(splitAtJoints(text).join('')).toBe(text);
      }),
    );
  });
});
