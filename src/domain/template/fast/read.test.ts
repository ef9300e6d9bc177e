import { describe, expect, test } from 'vitest';

import { readFast } from './read.ts';

describe('the fast reader takes', () => {
  test.each([
    ['block collections', 'a:\n  b: c\n  d:\n  - e\n  -\n    f: g\n  - - h\n    - i: j\n      k: l\n'],
    ['every scalar', 'a: b c\nd: \'e\'\'f\'\n"g": "h\\n\\x41"\ni: |+2\n    j\n\nk: >-\n  l\n   m\n'],
    ['scalars over lines', 'a: b\n  c\n\n  d\ne: "f\n  g"\nh: \'i\n\n  j\'\n'],
    ['flow collections', 'a: {b: [c, {d: "e"}, []], f: {}} # g\nh: [\n  i, # j\n  k,\n]\n'],
    ['JSON with tabs', '{\n\t"a": [1, -2.5e3, true, null],\n\t"b":"c"\n}\n'],
    ['anchors and aliases', 'a: &x {b: c}\nd: &y\n  <<: *x\ne: [*x, *y]\nf: *y # g\n'],
    ['documents', '# a\n--- # b\nc: d\n...\n# e\nf: g\n---\n---\n- h\n'],
    ['CRLF', 'a: |\r\n  b\r\n\r\nc:\r\n  - d\r\n'],
    ['nothing', ''],
    ['comments at any column', 'a:\n# b\n  c: d\n      # e\n  f: g # h\n# i\n'],
    ['one odd key', 'a:\n  1: b\n  c: d\n'],
  ])('%s', (_name, text) => {
    expect(readFast(text)).not.toBeNull();
  });
});

describe('the fast reader leaves to the full parser', () => {
  test.each([
    ['an unindented second line of a quoted scalar', 'a:\n  b: "c\n  d"\n'],
    ['an unindented second line of a single-quoted scalar', "a:\n  b: 'c\nd'\n"],
    ['text after a comment', 'a: b # c\n  d\n'],
    ['a scalar below a comment', 'a:\n  # b\n  c\n'],
    ['a comment without space in a flow collection', 'a: [b,#c\n  d]\n'],
    ['an unindented flow collection', 'a:\n  b: [\n  c]\n'],
    ['an inner bracket at the outer column', 'a:\n  b: [\n    {c: d\n  }]\n'],
    ['a missing comma', 'a: [{b: c} d]\n'],
    ['an empty entry', 'a: [b, , c]\n'],
    ['text behind a flow collection', 'a: [b] c\n'],
    ['text behind a quoted scalar', 'a: "b" c\n'],
    ['a comment right behind a quoted scalar', 'a: "b"#c\n'],
    ['a key without a value in a flow mapping', 'a: {b}\n'],
    ['a pair in a flow sequence', 'a: [b: c]\n'],
    ['a plain scalar over lines in a flow sequence', 'a: [b\n  c]\n'],
    ['a key over lines', '"a\n  b": c\n'],
    ['a long key', `${'a'.repeat(1100)}: b\n`],
    ['a tab behind a colon', 'a:\tb\n'],
    ['a tab as indentation', 'a:\n\tb: c\n'],
    ['a tab as indentation in a flow collection', 'a: {\n\tb: c}\n'],
    ['an odd block scalar header', 'a: |x\n  b\n'],
    ['a block scalar without text', 'a: |\nb: c\n'],
    ['a deep blank line before a block scalar', 'a: |\n     \n  b\n'],
    ['a sequence on its key’s line', 'a: - b\n'],
    ['a mapping on its key’s line', 'a: b: c\n'],
    ['a mapping behind a scalar’s first line', 'a: b\n  c: d\n'],
    ['a mapping that goes on as a sequence', 'a: b\n- c\n'],
    ['a sequence that goes on as a mapping', '- a\nb: c\n'],
    ['a deeper second key', 'a: b\nc:\n  d: e\n   f: g\n'],
    ['a shallower second key', 'a:\n    b: c\n  d: e\n'],
    ['a deeper second dash', 'a:\n- b\n  - c: d\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a key twice, quoted', 'a: b\n"a": c\n'],
    ['a key twice among many', `${Array.from({ length: 30 }, (_, key) => `k${key}: v\n`).join('')}k3: v\n`],
    ['two odd keys', '1: a\n0x1: b\n'],
    ['an unknown alias', 'a: *b\n'],
    ['an alias of another document', 'a: &b c\n---\nd: *b\n'],
    ['an anchored key', '&a b: c\n'],
    ['an anchored alias', 'a: &b c\nd: &e *b\n'],
    ['an alias as a key', 'a: &b c\n*b : d\n'],
    ['an explicit key', '? a\n: b\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a reserved character', 'a: @b\n'],
    ['an unknown escape', 'a: "\\q"\n'],
    ['a broken hexadecimal escape', 'a: "\\x4"\n'],
    ['an open single quote', "a: 'b\n"],
    ['an open double quote', 'a: "b\n'],
    ['an open bracket', 'a: [b\n'],
    ['text on the line of a document marker', '--- a\n'],
    ['a document marker in a flow collection', '{\n--- a: b}\n'],
    ['a second root', '{a: b}\n{c: d}\n'],
    ['a root that is a scalar', 'a\n'],
    ['a carriage return alone', 'a: b\rc: d\n'],
    ['deep nesting', '['.repeat(200) + ']'.repeat(200)],
  ])('%s', (_name, text) => {
    expect(readFast(text)).toBeNull();
  });
});
