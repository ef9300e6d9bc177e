import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';

/** Properties of elements and components that a person reads or hears. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'heading',
  'helperText',
  'hint',
  'label',
  'placeholder',
  'title',
  'tooltip',
]);
/** Of options and columns, and of counted things. */
const spokenKeys = new Set([...spoken, 'one', 'other']);

const hasWords = (text: string) => /\p{L}{2}/u.test(text);

/** What a component says by itself: text between its tags, and strings in what is read out. */
function hardCoded(file: string, source: string): string[] {
  const found: string[] = [];
  const { program } = parseSync(file, source);
  const note = (text: unknown) => {
    if (typeof text === 'string' && hasWords(text)) found.push(text.trim());
  };
  const strings = (node: unknown) => {
    if (!isNode(node)) return;
    if (node.type === 'Literal') note(node.value);
    else if (node.type === 'TemplateLiteral') for (const { value } of node.quasis ?? []) note(value.cooked);
    else if (node.type === 'JSXExpressionContainer') strings(node.expression);
    else if (node.type === 'LogicalExpression') strings(node.right);
    else if (node.type === 'ConditionalExpression') {
      strings(node.consequent);
      strings(node.alternate);
    }
  };
  new Visitor({
    JSXElement: ({ openingElement, children }) => {
      if (isCode(openingElement.name)) return;
      for (const child of children) {
        if (child.type === 'JSXText') note(child.value);
        else strings(child);
      }
    },
    JSXFragment: ({ children }) => {
      for (const child of children) {
        if (child.type === 'JSXText') note(child.value);
        else strings(child);
      }
    },
    Property: ({ key, value, kind }) => {
      if (kind === 'init' && key.type === 'Identifier' && spokenKeys.has(key.name)) strings(value);
    },
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && spoken.has(name.name)) strings(value);
    },
  }).visit(program);
  return found;
}

interface Node {
  readonly type: string;
  readonly name?: unknown;
  readonly value?: unknown;
  readonly expression?: unknown;
  readonly right?: unknown;
  readonly consequent?: unknown;
  readonly alternate?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked?: string | null } }[];
}

/** What is typed the same in every language. */
function isCode(name: unknown): boolean {
  return isNode(name) && name.type === 'JSXIdentifier' && (name.name === 'code' || name.name === 'kbd');
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

test('nothing on the screen is said outside the catalogue', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?<!\.test)\.tsx?$/.test(file) && !/^(?:domain|ui\/texts)\//.test(file),
  );
  const found = files.flatMap((file) =>
    hardCoded(file, readFileSync(path.join('src', file), 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

test.each([
  ['<p>Hello</p>', ['Hello']],
  ['<>Hello <b>{texts.you}</b></>', ['Hello']],
  ["<p>{isOld ? 'old' : texts.young}</p>", ['old']],
  ["<p>{isOld && 'old'}</p>", ['old']],
  ['<Box title="Name" id="name" />', ['Name']],
  ['<Box aria-label={`${count} secrets`} />', ['secrets']],
  ['<p>{texts.hello}: <code>imagePullSecrets</code> – {count}</p>', []],
  ["const options = [{ value: 'all', label: 'All' }];", ['All']],
  ["plural(n, { one: 'line', other: 'lines' });", ['line', 'lines']],
  ['<Link to="/overview" variant="text">{texts.overview}</Link>', []],
])('%s', (source, expected) => {
  expect(hardCoded('a.tsx', source)).toEqual(expected);
});
