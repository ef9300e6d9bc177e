import Box from '@mui/material/Box';
import { Printer } from 'lucide-react';
import { Button } from '../ui/buttons/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DownloadButton } from '../ui/download-button.tsx';
import { smallIconProps } from '../ui/icon-props.ts';
import { Section } from '../ui/layout/section.tsx';
import { useTexts } from '../ui/texts/texts.ts';

interface TeamCopyProps {
  /** The checklist as text. */
  readonly markdown: string;
  readonly tenantId: string;
  readonly disabled: boolean;
}

/** Hands the checklist on: copied or saved as Markdown, or on paper. */
export function TeamCopy({ markdown, tenantId, disabled }: TeamCopyProps) {
  const texts = useTexts('onboarding');
  return (
    <Section heading={texts.forTheTeam}>
      <Box sx={{ mb: 1, color: 'text.secondary' }}>{texts.forTheTeamText}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <CopyButton text={markdown} label={texts.copyMarkdown} disabled={disabled} />
        <DownloadButton
          label={texts.downloadMarkdown}
          text={markdown}
          filename={texts.fileName(tenantId)}
          mediaType="text/markdown"
          disabled={disabled}
        />
        <Button
          size="small"
          variant="outlined"
          startIcon={<Printer {...smallIconProps} />}
          disabled={disabled}
          onClick={() => print()}
        >
          {texts.print}
        </Button>
      </Box>
    </Section>
  );
}
