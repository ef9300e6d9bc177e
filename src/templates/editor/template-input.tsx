import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState, type Ref } from 'react';
import { Alert } from '../../ui/feedback/alert.tsx';
import type { TemplateProblem } from '../../domain/template/read/problem.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Region } from '../../ui/region.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { readTemplateFile } from './read-template-file.ts';
import { TemplateField, type TemplateFieldHandle } from './template-field.tsx';

/** A template's text, and the name of the file that it came from. */
export interface TemplateSource {
  readonly text: string;
  readonly fileName: string | undefined;
}

interface TemplateInputProps {
  readonly ref: Ref<TemplateFieldHandle>;
  readonly problem: TemplateProblem | undefined;
  /** Text that gave way to another one and can be had back. */
  readonly putAside: TemplateSource | undefined;
  readonly fileName: string | undefined;
  readonly onTyping: () => void;
  readonly onText: (text: string) => void;
  readonly onReplace: (source: TemplateSource) => void;
  readonly onGoTo: (line: number, column: number) => void;
}

/** The field of the template, with what brings a text into it and what is wrong with the text. */
export function TemplateInput({ ref, problem, putAside, onReplace, ...props }: TemplateInputProps) {
  const texts = useTexts('templates');
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();

  const readFile = async (file: File) => {
    const read = await readTemplateFile(file);
    if ('text' in read) {
      setRefused(undefined);
      onReplace({ text: read.text, fileName: file.name });
    } else {
      setRefused(
        read.problem === 'not-text' ? texts.notText(file.name) : texts.tooLarge(file.name, read.maxBytes),
      );
    }
  };

  return (
    <Region heading={texts.template}>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false);
          const file = event.dataTransfer.files[0];
          if (!file) return;
          event.preventDefault();
          void readFile(file);
        }}
        sx={over ? { outline: '2px dashed', outlineColor: 'primary.main', outlineOffset: 4 } : undefined}
      >
        <TemplateField
          ref={ref}
          label={texts.field}
          invalid={problem !== undefined}
          describedBy={id}
          onTyping={props.onTyping}
          onText={props.onText}
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1 }}>
        <Box
          id={id}
          sx={{ mr: 'auto', typography: 'body2', color: 'text.secondary', overflowWrap: 'anywhere' }}
        >
          {props.fileName === undefined ? texts.fieldHint : texts.file(props.fileName)}
        </Box>
        <FileButton
          label={texts.chooseFile}
          accept=".yaml,.yml,.json,.txt,text/*"
          onFile={(file) => void readFile(file)}
        />
        <Button size="small" onClick={() => onReplace({ text: '', fileName: undefined })}>
          {texts.clear}
        </Button>
      </Box>
      <Box aria-live="polite" sx={{ display: 'grid', gap: 1, '&:not(:empty)': { mt: 1.5 } }}>
        {refused !== undefined && (
          <Alert severity="error" onClose={() => setRefused(undefined)}>
            {refused}
          </Alert>
        )}
        {putAside && (
          <Alert
            severity="info"
            action={
              <Button size="small" color="inherit" onClick={() => onReplace(putAside)}>
                {texts.bringBack}
              </Button>
            }
          >
            {texts.replaced}
          </Alert>
        )}
        {problem && (
          <Alert
            severity={problem.code === 'no-documents' ? 'info' : 'error'}
            action={
              <Button
                size="small"
                color="inherit"
                sx={{ whiteSpace: 'nowrap' }}
                onClick={() => props.onGoTo(problem.line, problem.column)}
              >
                {texts.goToLine(problem.line)}
              </Button>
            }
          >
            <strong>{texts.position(problem.line, problem.column)}.</strong> {texts.problem(problem)}
          </Alert>
        )}
      </Box>
    </Region>
  );
}
