import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { FileCode } from 'lucide-react';
import { useId, useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import {
  imagePullSecretsList,
  servingTemplateSnippet,
  workflowTemplateSnippet,
} from '../domain/pull-secret/snippets.ts';
import { CodeBlock } from '../ui/code-block.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { smallIconProps } from '../ui/icon-props.ts';
import { Section } from '../ui/layout/section.tsx';
import { useTexts } from '../ui/texts/texts.ts';

const kinds = ['WorkflowTemplate', 'ServingTemplate'] as const;

/** The YAML to paste for one secret, for either kind of template; `withLines` also offers only the relevant lines. */
export function SnippetPanel({ name, withLines = false }: { name: string; withLines?: boolean }) {
  const texts = useTexts('secretPage');
  const { acts } = useTexts('secretActs');
  const { id: tenant } = useConnection();
  const [kind, setKind] = useState<(typeof kinds)[number]>('WorkflowTemplate');
  const id = useId();
  const list = new Set(
    imagePullSecretsList([name])
      .split('\n')
      .map((line) => line.trim()),
  );
  const code = kind === 'WorkflowTemplate' ? workflowTemplateSnippet([name]) : servingTemplateSnippet([name]);
  const tabs = (
    <Tabs
      value={kind}
      onChange={(_event, value: typeof kind) => setKind(value)}
      aria-label={texts.snippetHeading}
    >
      {kinds.map((value) => (
        <Tab key={value} value={value} label={value} id={`${id}-${value}`} aria-controls={`${id}-panel`} />
      ))}
    </Tabs>
  );
  return (
    <Section
      heading={texts.snippetHeading}
      action={
        <LinkButton
          to="/$tenant/templates"
          params={{ tenant }}
          search={{ secret: name }}
          size="small"
          startIcon={<FileCode {...smallIconProps} />}
        >
          {acts.template}
        </LinkButton>
      }
    >
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${kind}`}>
        <CodeBlock
          code={code}
          label={kind}
          head={tabs}
          isMarked={(line) => list.has(line.trim())}
          actions={withLines && <CopyButton text={imagePullSecretsList([name])} label={texts.copyLines} />}
        />
      </div>
    </Section>
  );
}
