import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
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
import { Region } from '../ui/region.tsx';
import { useTexts } from '../ui/texts/texts.ts';

const kinds = ['WorkflowTemplate', 'ServingTemplate'] as const;

/** The YAML to paste for one secret, for either kind of template; `listLabel` offers its list alone too. */
export function SnippetPanel({ name, listLabel }: { name: string; listLabel?: string }) {
  const texts = useTexts('secrets');
  const { id: tenant } = useConnection();
  const [kind, setKind] = useState<(typeof kinds)[number]>('WorkflowTemplate');
  const id = useId();
  const code = kind === 'WorkflowTemplate' ? workflowTemplateSnippet([name]) : servingTemplateSnippet([name]);
  return (
    <Region heading={texts.snippetHeading}>
      <Typography variant="body2" color="textSecondary">
        {texts.snippetNote}
      </Typography>
      <Tabs
        value={kind}
        onChange={(_event, value: typeof kind) => setKind(value)}
        aria-label={texts.snippetHeading}
      >
        {kinds.map((value) => (
          <Tab key={value} value={value} label={value} id={`${id}-${value}`} aria-controls={`${id}-panel`} />
        ))}
      </Tabs>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${kind}`}>
        <CodeBlock
          key={kind}
          code={code}
          label={kind}
          actions={
            listLabel !== undefined && <CopyButton text={imagePullSecretsList([name])} label={listLabel} />
          }
        />
      </div>
      <LinkButton to="/$tenant/templates" params={{ tenant }} search={{ secret: name }} sx={{ mt: 1.5 }}>
        {texts.intoTemplate}
      </LinkButton>
    </Region>
  );
}
