import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import Portal from '@mui/material/Portal';
import { RefreshCw, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { IconButton } from '../buttons/button.tsx';
import { iconProps } from '../icon-props.ts';
import { useTexts } from '../texts/texts.ts';
import { CheckItem } from './check-item.tsx';
import { dockedStyle, headStyle, imagesStyle, listStyle, roomBeside } from './check-panel-style.ts';
import { readTargets, TargetFields, type TypedTargets } from './check-targets.tsx';
import type { CheckSubject } from './check-subject.ts';
import { failedAddresses, type CredentialCheck } from './use-credential-check.ts';

interface CheckPanelProps {
  /** How often the button was pressed; each press asks for a check. */
  readonly presses: number;
  readonly check: CredentialCheck;
  readonly subjects: readonly CheckSubject[];
  readonly image: string;
  readonly askTokens: boolean;
  readonly onClose: () => void;
}

/** Beside the form, which stays usable: whether each credential works, found out by trying it once. */
export function CheckPanel({ presses, check, subjects, image, askTokens, onClose }: CheckPanelProps) {
  const texts = useTexts('check');
  const { close } = useTexts('common');
  const { kind, states, start } = check;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState<TypedTargets>({ images: image, revision: '', path: '' });
  const [entries, setEntries] = useState<readonly Partial<CheckSubject>[]>([]);
  // What the page does not know is entered here, and used for the check only.
  const entered = subjects.map((subject, at) => ({ ...subject, ...entries[at] }));
  const failures = failedAddresses(check, entered).length;
  const checkAll = () => start(entered, readTargets(typed));

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
          if (event.key === 'Escape') {
            event.stopPropagation();
            onClose();
          } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) checkAll();
        }}
      >
        <Box sx={headStyle}>
          <Box component="h2" id={id} ref={heading} tabIndex={-1}>
            {texts.heading}
          </Box>
          <span>{texts.attempts(subjects.length, kind)}</span>
          <IconButton label={texts.again} onClick={checkAll}>
            <RefreshCw {...iconProps} />
          </IconButton>
          <IconButton label={close} onClick={onClose}>
            <X {...iconProps} />
          </IconButton>
        </Box>
        <TargetFields
          kind={kind}
          hosts={entered.map(({ address }) => address)}
          typed={typed}
          onType={setTyped}
          onCheck={checkAll}
        />
        {askTokens && <Box sx={{ ...imagesStyle, color: 'text.secondary' }}>{texts.enterToken}</Box>}
        <Box component="ol" sx={listStyle} role="list" aria-live="polite">
          {entered.map((subject, at) => (
            <CheckItem
              key={subjects[at]?.address}
              kind={kind}
              subject={subject}
              state={states.get(subject.address)}
              asks={askTokens ? missingOf(subjects[at]) : []}
              onEntry={(entry) =>
                setEntries(entered.map((_, index) => ({ ...entries[index], ...(index === at && entry) })))
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

/** The parts of a credential that the page does not know, in the order of the fields. */
function missingOf(subject: CheckSubject | undefined): readonly (keyof CheckSubject)[] {
  const fields = ['address', 'username'] as const;
  return [...fields.filter((field) => subject?.[field] === ''), 'password'];
}
