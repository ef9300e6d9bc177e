import * as fc from 'fast-check';

/** The formatting of a generated template; its content is drawn separately. */
interface Look {
  eol: '\n' | '\r\n';
  step: 2 | 4;
  flatSequences: boolean;
  mark: boolean;
  finalBreak: boolean;
  /** One number per line, repeated: 0 for none, otherwise a comment, blank line or trailing space. */
  decorations: number[];
}

type ListForm =
  | 'absent'
  | 'null'
  | 'tilde'
  | 'empty'
  | 'flow'
  | 'flow-lines'
  | 'flow-comma'
  | 'block'
  | 'block-wide';
type StringForm = '|' | '|-' | '|+' | '>' | 'indicator' | 'mapping' | 'json-string' | 'flow-string';

interface Content {
  kind:
    | 'WorkflowTemplate'
    | 'ClusterWorkflowTemplate'
    | 'Workflow'
    | 'CronWorkflow'
    | 'ServingTemplate'
    | 'ConfigMap';
  listForm: ListForm;
  /** Scalars as they are written. */
  entries: string[];
  listLast: boolean;
  stringForm: StringForm;
  anchored: boolean;
}

const look: fc.Arbitrary<Look> = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  step: fc.constantFrom(2, 4),
  flatSequences: fc.boolean(),
  mark: fc.boolean(),
  finalBreak: fc.boolean(),
  decorations: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 17 }),
});

const content: fc.Arbitrary<Content> = fc.record({
  kind: fc.constantFrom(
    'WorkflowTemplate',
    'ClusterWorkflowTemplate',
    'Workflow',
    'CronWorkflow',
    'ServingTemplate',
    'ServingTemplate',
    'ServingTemplate',
    'ConfigMap',
  ),
  listForm: fc.constantFrom(
    'absent',
    'null',
    'tilde',
    'empty',
    'flow',
    'flow-lines',
    'flow-comma',
    'block',
    'block-wide',
  ),
  entries: fc.uniqueArray(
    fc.constantFrom(
      'first',
      '"second"',
      "'third'",
      '123',
      '"1e3"',
      '<Your secret>',
      '"<secret>"',
      "'my-registry'",
    ),
    { minLength: 1, maxLength: 3 },
  ),
  listLast: fc.boolean(),
  stringForm: fc.constantFrom('|', '|-', '|+', '>', 'indicator', 'mapping', 'json-string', 'flow-string'),
  anchored: fc.boolean(),
});

/** The lines below a key, relative to it. */
type Lines = string[];

function indented(lines: Lines, columns: number): Lines {
  return lines.map((line) => ' '.repeat(columns) + line);
}

function sequence(items: Lines[], { flatSequences, step }: Look): Lines {
  const lines = items.flatMap(([first = '', ...rest]) => [`- ${first}`, ...indented(rest, 2)]);
  return flatSequences ? lines : indented(lines, step);
}

function list({ listForm, entries }: Content, style: Look): Lines {
  const flow = entries.map((entry) => `{name: ${entry}}`);
  switch (listForm) {
    case 'absent': {
      return [];
    }
    case 'null': {
      return ['imagePullSecrets:'];
    }
    case 'tilde': {
      return ['imagePullSecrets: ~'];
    }
    case 'empty': {
      return ['imagePullSecrets: []'];
    }
    case 'flow': {
      return [`imagePullSecrets: [${flow.join(', ')}]`];
    }
    case 'flow-lines': {
      const items = flow.map((item, index) => (index < flow.length - 1 ? `${item},` : item));
      return ['imagePullSecrets: [', ...indented(items, style.step), ' ]'];
    }
    case 'flow-comma': {
      return ['imagePullSecrets: [', ...indented([`${flow.join(', ')},`], style.step), ' ]'];
    }
    case 'block': {
      return [
        'imagePullSecrets:',
        ...sequence(
          entries.map((entry) => [`name: ${entry}`]),
          style,
        ),
      ];
    }
    case 'block-wide': {
      return [
        'imagePullSecrets:',
        ...indented(
          entries.map((entry) => `-   name:  ${entry}`),
          style.step,
        ),
      ];
    }
    default: {
      return listForm satisfies never;
    }
  }
}

function owner(drawn: Content, style: Look, others: Lines): Lines {
  const lines = list(drawn, style);
  return drawn.listLast ? [...others, ...lines] : [...lines, ...others];
}

function below(key: string, lines: Lines, style: Look): Lines {
  return [key, ...indented(lines, style.step)];
}

function workflowSpec(drawn: Content, style: Look): Lines {
  const container = below(
    'container:',
    ['image: "registry.example.com/a:1"', 'args: [a, "{{inputs.parameters.b}}"]'],
    style,
  );
  return owner(drawn, style, [
    'entrypoint: main',
    'templates:',
    ...sequence([['name: main', ...container]], style),
  ]);
}

function predictor(drawn: Content, style: Look, placeholder: string): Lines {
  const containers = sequence([['image: quay.io/example/b:1', 'args: ["{{inputs.parameters.c}}"]']], style);
  return below(
    'predictor:',
    owner(drawn, style, [`minReplicas: ${placeholder}`, 'containers:', ...containers]),
    style,
  );
}

function servingSpec(drawn: Content, style: Look): Lines {
  const { stringForm } = drawn;
  if (stringForm === 'mapping')
    return below('spec:', predictor(drawn, style, '"{{inputs.parameters.min}}"'), style);
  const lines = predictor(drawn, style, '{{inputs.parameters.min}}');
  if (stringForm === 'json-string') return [`spec: ${JSON.stringify(`${lines.join('\n')}\n`)}`];
  if (stringForm === 'flow-string') {
    const entries = drawn.entries.map(
      (entry) => `{"name": ${/^["']/.test(entry) ? entry.replaceAll("'", '"') : `"${entry}"`}}`,
    );
    const there = drawn.listForm === 'absent' ? '' : `"imagePullSecrets": [${entries.join(', ')}], `;
    return [`spec: '{"predictor": {${there}"minReplicas": {{inputs.parameters.min}}}}'`];
  }
  return below(`spec: ${stringForm === 'indicator' ? `|${style.step}` : stringForm}`, lines, style);
}

function body(drawn: Content, style: Look): Lines {
  const spec = drawn.anchored ? 'spec: &spec' : 'spec:';
  switch (drawn.kind) {
    case 'ConfigMap': {
      return ['data:', '  imagePullSecrets: none'];
    }
    case 'CronWorkflow': {
      return below(
        spec,
        ['schedule: "0 3 * * *"', ...below('workflowSpec:', workflowSpec(drawn, style), style)],
        style,
      );
    }
    case 'ServingTemplate': {
      return below(
        spec,
        below('template:', ['apiVersion: "serving.kserve.io/v1beta1"', ...servingSpec(drawn, style)], style),
        style,
      );
    }
    case 'WorkflowTemplate':
    case 'ClusterWorkflowTemplate':
    case 'Workflow': {
      return below(spec, workflowSpec(drawn, style), style);
    }
    default: {
      return drawn.kind satisfies never;
    }
  }
}

function decorate(lines: Lines, { decorations }: Look, drawn: Content): Lines {
  let inString = false;
  return lines.flatMap((line, index) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    const folded = drawn.kind === 'ServingTemplate' && drawn.stringForm === '>';
    // Two base lines of a folded string would be joined into one.
    const isBase = line.trim() === 'predictor:';
    if (isBase) inString = true;
    const decoration = decorations[index % decorations.length];
    if (decoration === 1) return [`${line}  `];
    if (decoration === 2) return [`${line} # note: [x`];
    if (decoration === 3 && !(folded && isBase)) return [`${indent}# above`, line];
    if (decoration === 4) return ['', line];
    return decoration === 5 && !inString ? ['# far left', line] : [line];
  });
}

function write(drawn: Content, style: Look): Lines {
  const group = drawn.kind === 'ServingTemplate' ? 'ai.sap.com/v1alpha1' : 'argoproj.io/v1alpha1';
  const lines = [
    `apiVersion: ${group}`,
    `kind: ${drawn.kind}`,
    'metadata:',
    `${' '.repeat(style.step)}name: drawn`,
  ];
  return decorate([...lines, ...body(drawn, style)], style, drawn);
}

/** Texts with one to three templates of every kind, list form and string form, in many styles. */
export const templateTexts: fc.Arbitrary<string> = fc
  .tuple(look, fc.array(content, { minLength: 1, maxLength: 3 }))
  .map(([style, contents]) => {
    const lines = contents.flatMap((drawn, index) => [
      ...(index === 0 ? [] : ['---']),
      ...write(drawn, style),
    ]);
    return (style.mark ? '\uFEFF' : '') + lines.join(style.eol) + (style.finalBreak ? style.eol : '');
  });

/** One to three names; some need quotes, and some are already in the templates. */
export const secretNames: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc.constantFrom(
    'my-registry',
    'first',
    'second',
    '123',
    '1e3',
    'true',
    'null',
    'a.b-c',
    '0x1f',
    'team_one',
  ),
  { minLength: 1, maxLength: 3 },
);
