import Box from '@mui/material/Box';
import { Region } from '../ui/layout/region.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { TemplateHint } from '../domain/template/rules/check-rules.ts';
import type { Readable } from './analysis/use-template-analysis.ts';
import { DocumentList } from './document-list.tsx';
import type { Choice } from './draft.ts';
import { ImageList } from './image-list.tsx';
import { HintList } from './hints/hint-list.tsx';
import { oldStyle } from './pane-style.ts';
import { ReplacedNames } from './replaced-names.tsx';
import { UnknownSecrets } from './unknown-secrets.tsx';

interface FindingsProps {
  readonly readable: Readable;
  /** The current text could not be read. */
  readonly old: boolean;
  /** The text has changed since it was read. */
  readonly stale: boolean;
  readonly remembered: ReadonlyMap<string, unknown>;
  readonly choice: Choice;
  readonly onChoice: (changes: Partial<Choice>) => void;
  readonly fixedLine: number | undefined;
  readonly onFix: (hint: TemplateHint) => void;
  readonly onUndo: () => void;
  readonly onGoTo: (line: number, column: number) => void;
}

/** Each document with its changes and remarks, and each image with what pulls it. */
export function Findings({ readable, old, remembered, choice, onChoice, onGoTo, ...props }: FindingsProps) {
  const texts = useTexts('templates');
  const hintTexts = useTexts('templateHints');
  const { documents, hints, images, pullSecrets } = readable.analysis;
  const unpatched = readable.request.secretNames.length === 0;
  return (
    <Box sx={[{ display: 'grid', gap: 3, mt: 3 }, old && oldStyle]}>
      <Region heading={texts.documents}>
        <DocumentList
          documents={documents}
          unpatched={unpatched}
          onReplaceName={(name) => onChoice({ replaced: [...choice.replaced, name] })}
          onGoTo={onGoTo}
        />
        {!unpatched && (
          <ReplacedNames
            names={choice.replaced}
            onKeep={(name) => onChoice({ replaced: choice.replaced.filter((one) => one !== name) })}
          />
        )}
      </Region>
      <Region heading={hintTexts.heading}>
        <HintList
          hints={hints}
          documents={documents}
          stale={props.stale || old}
          fixedLine={props.fixedLine}
          onFix={props.onFix}
          onUndo={props.onUndo}
          onGoTo={onGoTo}
        />
      </Region>
      <Region heading={texts.images}>
        <Box sx={{ color: 'text.secondary', mb: 2, maxWidth: 760 }}>{texts.imagesNote}</Box>
        <UnknownSecrets
          names={pullSecrets.filter((name) => !remembered.has(name))}
          typed={choice.hosts}
          onType={(name, text) => onChoice({ hosts: new Map(choice.hosts).set(name, text) })}
        />
        {images.length === 0 ? (
          texts.noImages
        ) : (
          <ImageList images={images} documents={documents} onGoTo={onGoTo} />
        )}
      </Region>
    </Box>
  );
}
