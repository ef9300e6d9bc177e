import Box from '@mui/material/Box';
import Popover from '@mui/material/Popover';
import { useColorScheme } from '@mui/material/styles';
import { History, Keyboard, Languages } from 'lucide-react';
import { useState } from 'react';
import { changeSettings, useSettings } from '../../api/browser-storage/settings.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { Alert } from '../../ui/feedback/alert.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { chooseLanguage } from '../../ui/texts/choose-language.ts';
import { language, languageNames, languages } from '../../ui/texts/language.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { Account, SignOut } from '../session/account.tsx';

export interface UserMenuProps {
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly onShow: (panel: 'shortcuts' | 'remembered') => void;
}

/** Who is signed in, their settings, and signing out. */
export function UserMenu({ anchor, onClose, onShow }: UserMenuProps) {
  const { settings: label, colourScheme } = useTexts('common');
  const { settings: texts } = useTexts('shell');
  const { mode = 'system', setMode } = useColorScheme();
  const { compactRows, singleKeys } = useSettings();
  const [languageRefused, setLanguageRefused] = useState(false);
  const show = (panel: 'shortcuts' | 'remembered') => {
    onClose();
    onShow(panel);
  };
  return (
    <Popover
      open
      onClose={onClose}
      anchorEl={anchor}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: -4, horizontal: 'right' }}
      transitionDuration={120}
      slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: menuStyle } }}
    >
      <Account />
      <div className="part choices">
        <SegmentedChoice
          label={texts.colours}
          options={(['system', 'light', 'dark'] as const).map((value) => ({
            value,
            label: colourScheme[value],
          }))}
          value={mode}
          onChange={setMode}
        />
        <SegmentedChoice
          label={texts.rows}
          options={(['regular', 'compact'] as const).map((value) => ({ value, label: texts[value] }))}
          value={compactRows ? 'compact' : 'regular'}
          onChange={(rows) => changeSettings({ compactRows: rows === 'compact' })}
        />
        <label>
          <span>
            {texts.singleKeys}
            <Box component="span" sx={{ display: 'block', typography: 'caption', color: 'text.secondary' }}>
              {texts.singleKeysHint}
            </Box>
          </span>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={({ target }) => changeSettings({ singleKeys: target.checked })}
          />
        </label>
      </div>
      <div className="part">
        {languages
          .filter((other) => other !== language)
          .map((other) => (
            <button
              key={other}
              type="button"
              lang={other}
              onClick={() => setLanguageRefused(!chooseLanguage(other))}
            >
              <Languages {...iconProps} />
              {languageNames[other]}
            </button>
          ))}
        {languageRefused && <Alert severity="warning">{texts.languageRefused}</Alert>}
        <button type="button" onClick={() => show('shortcuts')}>
          <Keyboard {...iconProps} />
          {texts.shortcuts}
          <kbd aria-hidden className="single-key">
            ?
          </kbd>
        </button>
        <button type="button" onClick={() => show('remembered')}>
          <History {...iconProps} />
          {texts.remembered}
        </button>
      </div>
      <SignOut />
    </Popover>
  );
}

const menuStyle = {
  width: 288,
  borderRadius: '8px',
  bgcolor: 'ground.raised',
  boxShadow: 'var(--menu-shadow)',
  '& .part': { p: 0.5 },
  '& .part + .part': { borderTop: 1, borderColor: 'divider' },
  '& .choices': { display: 'grid', gap: 1.25, p: 1.5 },
  '& .choices > label': { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 2 },
  '& .part > :is(button, a)': {
    display: 'flex',
    alignItems: 'center',
    gap: 1.25,
    width: '100%',
    minHeight: 32,
    px: 1,
    border: 0,
    borderRadius: '4px',
    bgcolor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    textDecoration: 'none',
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& .part > :is(button, a):hover': { bgcolor: 'ground.press' },
  '& .part > :is(button, a):focus-visible': { outlineOffset: -2 },
  '& .part > * > svg': { flex: 'none', color: 'text.secondary' },
  '& .part > * > kbd': { ml: 'auto' },
} as const;
