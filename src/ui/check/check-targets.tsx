import Box from '@mui/material/Box';
import FormHelperText from '@mui/material/FormHelperText';
import TextField from '@mui/material/TextField';
import type { CheckKind } from '../../domain/check/check-outcome.ts';
import { readImages, uncoveredImages } from '../../domain/check/check-plan.ts';
import { Button } from '../buttons/button.tsx';
import { useTexts } from '../texts/texts.ts';
import { imagesStyle } from './check-panel-style.ts';
import type { CheckTargets } from './check-subject.ts';

/** What was typed, as text. */
export interface TypedTargets {
  readonly images: string;
  readonly revision: string;
  readonly path: string;
}

/** The valid part of what was typed. */
export function readTargets({ images, revision, path }: TypedTargets): CheckTargets {
  return { images: readImages(images).images, revision: revision.trim(), path: path.trim() };
}

interface TargetFieldsProps {
  readonly typed: TypedTargets;
  readonly onType: (typed: TypedTargets) => void;
  readonly onCheck: () => void;
}

/** Asks what to try the credentials with: images of a registry, or a revision of a repository. */
export function TargetFields({
  kind,
  hosts,
  ...props
}: TargetFieldsProps & { kind: CheckKind; hosts: readonly string[] }) {
  return kind === 'registry' ? <ImageFields hosts={hosts} {...props} /> : <RevisionFields {...props} />;
}

function ImageFields({ hosts, typed, onType, onCheck }: TargetFieldsProps & { hosts: readonly string[] }) {
  const texts = useTexts('check');
  const { images, fromTemplate, unreadable } = readImages(typed.images);
  const uncovered = uncoveredImages(hosts, images);
  return (
    <Box sx={imagesStyle}>
      <TextField
        label={texts.images}
        multiline
        maxRows={6}
        value={typed.images}
        onChange={(event) => onType({ ...typed, images: event.target.value })}
        helperText={unreadable.length > 0 ? texts.unreadable(unreadable.length) : texts.imagesHint}
        autoComplete="off"
        slotProps={plain}
      />
      {uncovered.length > 0 && <FormHelperText error>{texts.uncovered(uncovered)}</FormHelperText>}
      <Button variant="outlined" size="small" onClick={onCheck}>
        {images.length > 0 ? texts.checkImages(images.length, fromTemplate) : texts.checkLogin}
      </Button>
    </Box>
  );
}

function RevisionFields({ typed, onType, onCheck }: TargetFieldsProps) {
  const texts = useTexts('check');
  const revision = typed.revision.trim();
  return (
    <Box sx={imagesStyle}>
      <TextField
        label={texts.revision}
        value={typed.revision}
        onChange={(event) => onType({ ...typed, revision: event.target.value })}
        helperText={texts.revisionHint}
        autoComplete="off"
        slotProps={plain}
      />
      <TextField
        label={texts.path}
        value={typed.path}
        onChange={(event) => onType({ ...typed, path: event.target.value })}
        helperText={texts.pathHint}
        autoComplete="off"
        slotProps={plain}
      />
      <Button variant="outlined" size="small" onClick={onCheck}>
        {revision === '' ? texts.checkReading : texts.checkRevision}
      </Button>
    </Box>
  );
}

const plain = { htmlInput: { spellCheck: false, autoCapitalize: 'none' } };
