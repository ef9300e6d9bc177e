import { describe, expect, it } from 'vitest';
import { toPlainValue } from '../../../text/json-text.ts';
import { readHcl } from './hcl-reader.ts';

function read(text: string): unknown {
  const body = readHcl(text);
  return body && toPlainValue(body);
}

describe('readHcl', () => {
  it.each([
    ['attributes', 'a = "x" # note\nb = 1\nc = true // note\nd = null', { a: 'x', b: 1, c: true, d: null }],
    ['a comment of many lines', '/* a = "y"\n*/ a = "x"', { a: 'x' }],
    ['escapes', String.raw`a = "q\"\n\u00e9\\"`, { a: 'q"\né\\' }],
    [
      'blocks of one type',
      'p "docker" {\n r { a = 1 }\n r { a = 2 }\n}',
      { p: [{ r: [{ a: 1 }, { a: 2 }] }] },
    ],
    ['objects with commas', 'a = { "b" = 1, c : [2, { d = "e" }], }', { a: { b: 1, c: [2, { d: 'e' }] } }],
    ['references', 'a = var.b\nc = local.d["e"].f', { a: '${var.b}', c: '${local.d["e"].f}' }],
    ['templates', 'a = "${var.b["x"]}-c"\nd = "$5"', { a: '${var.b["x"]}-c', d: '$5' }],
    ['jsonencode', 'a = jsonencode({ b = sensitive("c") })', { a: { b: 'c' } }],
    [
      'base64encode',
      'a = base64encode("u:p")\nb = base64encode("${x}:p")',
      { a: 'dTpw', b: '${base64encode}' },
    ],
    ['other functions', 'a = file("x")\nb = "y"', { a: '${file}', b: 'y' }],
    [
      'operators',
      'a = var.b ? "c" : "d"\ne = "f" == g\nh = "i"',
      { a: '${expression}', e: '${expression}', h: 'i' },
    ],
    ['a here-document', 'a = <<-EOT\n  b\n  EOT\nc = 1', { a: '  b', c: 1 }],
    ['keys that are computed', 'a = { (var.b) = 1 }', { a: { '${var.b}': 1 } }],
    ['what it does not know', '@@ } ] a = "x"', { a: 'x' }],
  ])('reads %s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'a = "b',
    'a = {',
    'a = [1,',
    '/* a',
    'a = "${b"',
    'a = <<E\nb',
    `a = ${'['.repeat(100)}`,
    'a {'.repeat(100),
  ])('reads nothing of %j', (text) => {
    expect(readHcl(text)).toBeUndefined();
  });
});
