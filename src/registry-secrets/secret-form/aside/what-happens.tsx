import Box from '@mui/material/Box';
import { FileCode, Package, RotateCcwKey } from 'lucide-react';
import { iconProps } from '../../../ui/icon-props.ts';
import { Section } from '../../../ui/layout/section.tsx';
import { useTexts } from '../../../ui/texts/texts.ts';
import { checkListStyle } from './check-list-style.ts';
import { SapDocsLink } from '../../../ui/docs/sap-docs-link.tsx';

/** What a rotation changes, and what it does not. */
export function WhatHappens() {
  const texts = useTexts('secretForm');
  return (
    <Section heading={texts.whatHappens}>
      <Box component="ul" sx={checkListStyle}>
        <li>
          <RotateCcwKey {...iconProps} />
          <span>{texts.replacesAll}</span>
        </li>
        <li>
          <Package {...iconProps} />
          <span>{texts.newPods}</span>
        </li>
        <li>
          <FileCode {...iconProps} />
          <span>{texts.templatesStay}</span>
        </li>
      </Box>
      <Box sx={{ mt: 1 }}>
        <SapDocsLink about="secret" />
      </Box>
    </Section>
  );
}
