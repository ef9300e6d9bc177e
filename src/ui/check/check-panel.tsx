import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import GlobalStyles from '@mui/material/GlobalStyles';
import IconButton from '@mui/material/IconButton';
import Portal from '@mui/material/Portal';
import TextField from '@mui/material/TextField';
import { RefreshCw, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { readImages, uncoveredImages } from '../../domain/check/check-plan.ts';
import { iconProps } from '../icon-props.ts';
import { useTexts } from '../texts/texts.ts';
import { CheckItem } from './check-item.tsx';
import { dockedStyle, headStyle, imagesStyle, listStyle, roomBeside } from './check-panel-style.ts';
import type { CheckSubject } from './check-subject.ts';
import { failedAddresses, type CredentialCheck } from './use-credential-check.ts';

interface CheckPanelProps {
  /** Each press of the button asks for a check. */
  readonly presses: number;
  readonly check: CredentialCheck;
  readonly subjects: readonly CheckSubject[];
  readonly image: string;
  readonly askTokens: boolean;
  readonly onClose: () => void;
}

/** Beside the form, which stays as usable as before: what each credential is worth, found out by trying it once. */
export function CheckPanel({ presses, check, subjects, image, askTokens, onClose }: CheckPanelProps) {
  const texts = useTexts('check');
  const { kind, states, start } = check;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [text, setText] = useState(image);
  const [tokens, setTokens] = useState<Readonly<Record<string, string>>>({});
  const { images, fromTemplate, unreadable } = readImages(text);
  const entered = subjects.map((subject) => ({
    ...subject,
    password: askTokens ? (tokens[subject.address] ?? '') : subject.password,
  }));
  const uncovered = uncoveredImages(
    subjects.map(({ address }) => address),
    images,
  );
  const failures = failedAddresses(check, entered).length;
  const checkAll = () => start(entered, images);

  const answered = useRef(0);
  useEffect(() => {
    if (answered.current === presses) return;
    answered.current = presses;
    heading.current?.focus();
    if (!askTokens) checkAll();
  });

  return (
    <Portal>
      <GlobalStyles styles={roomBeside} />
      <Box
        component="aside"
        aria-labelledby={id}
        sx={dockedStyle}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      >
        <Box sx={headStyle}>
          <Box component="h2" id={id} ref={heading} tabIndex={-1}>
            {texts.heading}
          </Box>
          <span>{texts.attempts(subjects.length, kind)}</span>
          <IconButton aria-label={texts.again} title={texts.again} onClick={checkAll}>
            <RefreshCw {...iconProps} />
          </IconButton>
          <IconButton aria-label={texts.close} title={texts.close} onClick={onClose}>
            <X {...iconProps} />
          </IconButton>
        </Box>
        {kind === 'registry' && (
          <Box sx={imagesStyle}>
            <TextField
              label={texts.images}
              multiline
              maxRows={6}
              value={text}
              onChange={(event) => setText(event.target.value)}
              helperText={unreadable.length > 0 ? texts.unreadable(unreadable.length) : texts.imagesHint}
              autoComplete="off"
              slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none' } }}
            />
            {uncovered.length > 0 && <FormHelperText error>{texts.uncovered(uncovered)}</FormHelperText>}
            <Button variant="outlined" size="small" onClick={checkAll}>
              {images.length > 0 ? texts.checkImages(images.length, fromTemplate) : texts.checkLogin}
            </Button>
          </Box>
        )}
        {askTokens && <Box sx={{ ...imagesStyle, color: 'text.secondary' }}>{texts.enterToken}</Box>}
        <Box component="ol" sx={listStyle} role="list" aria-live="polite">
          {entered.map((subject) => (
            <CheckItem
              key={subject.address}
              kind={kind}
              subject={subject}
              state={states.get(subject.address)}
              onToken={
                askTokens
                  ? (token) => setTokens((earlier) => ({ ...earlier, [subject.address]: token }))
                  : undefined
              }
            />
          ))}
        </Box>
        {failures > 0 && (
          <Box sx={{ px: 'var(--gutter)', py: 2, color: 'text.secondary' }}>
            {texts.wouldNotWork(failures, kind)}
          </Box>
        )}
      </Box>
    </Portal>
  );
}
