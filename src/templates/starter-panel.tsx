import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Button } from '../ui/buttons/button.tsx';
import { parseImageReference } from '../domain/keyring/image-reference.ts';
import { starterServingTemplate, starterWorkflowTemplate } from '../domain/template/starters.ts';
import { useTexts } from '../ui/texts/texts.ts';

const starters = {
  WorkflowTemplate: starterWorkflowTemplate,
  ServingTemplate: starterServingTemplate,
} as const;
const kinds = ['WorkflowTemplate', 'ServingTemplate'] as const;

/** Replaced as soon as a secret is chosen. */
const placeholder = '<Name of your Docker registry secret>';

interface StarterPanelProps {
  readonly secretName: string | undefined;
  readonly onStart: (text: string) => void;
}

/** Starts with a minimal template of either kind. */
export function StarterPanel({ secretName, onStart }: StarterPanelProps) {
  const texts = useTexts('templates');
  const coverage = useTexts('imageCoverage');
  const [image, setImage] = useState('');
  const reference = parseImageReference(image.trim());
  const problem = image.trim() === '' || reference.ok ? undefined : reference;

  return (
    <Box sx={{ maxWidth: 480 }}>
      <Typography variant="h2">{texts.starters}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {texts.startersNote}
      </Typography>
      <TextField
        label={texts.image}
        value={image}
        onChange={(event) => setImage(event.target.value)}
        placeholder={texts.exampleImage}
        error={problem !== undefined}
        helperText={problem ? coverage.invalid(problem.problem, problem.part) : texts.imageHint}
        autoComplete="off"
        slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="small"
            variant="outlined"
            onClick={() =>
              onStart(
                starters[kind]({
                  secretName: secretName ?? placeholder,
                  image: image.trim() || texts.exampleImage,
                }),
              )
            }
          >
            {texts.startWith(kind)}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
