import Box from '@mui/material/Box';
import { Fragment } from 'react';
import { useSettings } from '../../api/browser-storage/settings.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { useOfferedSections } from '../shell/offered-sections.ts';
import { consoleSections, tenantSections } from '../shell/sections.ts';
import { modifierKey } from './modifier-key.ts';
import { goKeys } from './single-keys.ts';

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { shortcuts: texts } = useTexts('shell');
  const { close, controlKey, nav } = useTexts('common');
  const { singleKeys } = useSettings();
  const offered = useOfferedSections();
  const pages = [...tenantSections, ...offered, ...consoleSections].map(({ text }) => ({
    keys: ['G', goKeys[text].toUpperCase()],
    does: nav[text],
    joint: texts.andThen,
  }));
  const groups = [
    {
      heading: texts.anywhere,
      lines: [
        { keys: [`${modifierKey(controlKey)} K`], does: texts.palette },
        { keys: ['/'], does: texts.search },
        { keys: ['N'], does: texts.new },
        { keys: ['R'], does: texts.rotate },
        { keys: [`${modifierKey(controlKey)} Z`], does: texts.undo },
        { keys: ['?'], does: texts.help },
      ],
    },
    { heading: texts.pages, lines: pages },
    {
      heading: texts.lists,
      lines: [
        { keys: ['↑', '↓'], does: texts.move },
        { keys: texts.ends, does: texts.toEnds },
        { keys: [texts.space], does: texts.select },
        { keys: ['Shift ↑', 'Shift ↓'], does: texts.extend },
        { keys: ['Enter'], does: texts.open },
        { keys: ['C'], does: texts.copy },
        { keys: ['Esc'], does: texts.clear },
      ],
    },
  ];
  return (
    <Dialog
      wide
      heading={texts.heading}
      onClose={onClose}
      actions={<Button onClick={onClose}>{close}</Button>}
    >
      {!singleKeys && <Box sx={{ mb: 2, color: 'warning.main' }}>{texts.off}</Box>}
      {/* Focusable, so that the arrow keys can scroll it. */}
      <Box sx={groupsStyle} tabIndex={0} role="group" aria-label={texts.heading}>
        {groups.map(({ heading, lines }) => (
          <section key={heading} aria-label={heading}>
            <h3>{heading}</h3>
            <dl>
              {lines.map((line) => (
                <div key={line.does}>
                  <dt>
                    {line.keys.map((key, index) => (
                      <Fragment key={index === 0 ? 'first' : key}>
                        {index > 0 && ` ${'joint' in line ? line.joint : texts.or} `}
                        <kbd>{key}</kbd>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Box>
    </Dialog>
  );
}

const groupsStyle = {
  columns: { sm: '320px 2' },
  columnGap: 4,
  '& section': { breakInside: 'avoid', mb: 2 },
  '& h3': { m: 0, mb: 0.5, typography: 'h3' },
  '& dl': { m: 0 },
  '& dl > div': {
    display: 'flex',
    alignItems: 'center',
    flexDirection: 'row-reverse',
    justifyContent: 'space-between',
    gap: 2,
    minHeight: 32,
    borderBottom: 1,
    borderColor: 'rule.soft',
  },
  '& dt': { flex: 'none', color: 'text.disabled', typography: 'caption' },
  '& dd': { m: 0 },
} as const;
