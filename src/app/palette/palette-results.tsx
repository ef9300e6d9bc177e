import Box from '@mui/material/Box';
import {
  History,
  Keyboard,
  Monitor,
  Moon,
  Plus,
  RotateCcwKey,
  Rows3,
  Sun,
  type LucideIcon,
} from 'lucide-react';
import { useEffect } from 'react';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { allTenantsSections, consoleSections, tenantSections } from '../shell/sections.ts';
import { TenantTile } from '../../ui/marks/tenant-tile.tsx';
import { textOf, type FoundEntry, type FoundGroup } from './find-entries.ts';
import type { PaletteEntry, PaletteIcon } from './palette-entries.ts';

interface PaletteResultsProps {
  /** The prefix of the ids of the list and its options. */
  readonly id: string;
  readonly groups: readonly FoundGroup[];
  /** The index of the active option among all; -1 if there is none. */
  readonly active: number;
  readonly tenant: string | undefined;
  readonly onChoose: (entry: PaletteEntry, newTab: boolean) => void;
  readonly onPoint: (index: number) => void;
}

export function PaletteResults({ id, groups, active, tenant, onChoose, onPoint }: PaletteResultsProps) {
  const { palette: texts } = useTexts('shell');
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  return (
    <Box
      role="listbox"
      id={`${id}-results`}
      aria-label={texts.results}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      sx={listStyle}
    >
      {groups.map(({ group, found }, place) => {
        const before = groups.slice(0, place).reduce((sum, one) => sum + one.found.length, 0);
        const heading =
          group === 'actions'
            ? tenant === undefined
              ? texts.groups.consoleActions
              : texts.groups.actions(tenant)
            : texts.groups[group];
        return (
          <div key={group} role="group" aria-label={heading}>
            <div className="heading" aria-hidden>
              {heading}
            </div>
            {found.map((one, index) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field above has the focus and the keys
              <div
                key={keyOf(one.entry)}
                tabIndex={-1}
                role="option"
                id={`${id}-${before + index}`}
                aria-selected={before + index === active}
                onMouseMove={() => onPoint(before + index)}
                onClick={({ ctrlKey, metaKey }) => onChoose(one.entry, ctrlKey || metaKey)}
              >
                <EntryIcon entry={one.entry} />
                <span className="text">
                  <Marked found={one} />
                </span>
                {one.entry.note !== undefined && one.entry.note !== '' && (
                  <span className="note" data-tone={one.entry.tone}>
                    {one.entry.note}
                  </span>
                )}
              </div>
            ))}
          </div>
        );
      })}
    </Box>
  );
}

function keyOf(entry: PaletteEntry): string {
  return `${textOf(entry)} ${typeof entry.leadsTo === 'string' ? entry.leadsTo : entry.leadsTo.kind}`;
}

function EntryIcon({ entry: { icon, label = '' } }: { entry: PaletteEntry }) {
  if (icon === 'tenant') return <TenantTile label={label} />;
  const Icon = icons[icon] ?? History;
  return <Icon {...iconProps} />;
}

/** The label in the text font and the name in code type, with the matches in both highlighted. */
function Marked({ found: { entry, ranges } }: { found: FoundEntry }) {
  const { label, name } = entry;
  const nameAt = label === undefined ? 0 : label.length + 1;
  return (
    <>
      {label !== undefined && mark(label, ranges, 0)}
      {label !== undefined && name !== undefined && ' '}
      {name !== undefined && <code>{mark(name, ranges, nameAt)}</code>}
    </>
  );
}

/** A text that starts at `offset` of the text that the ranges refer to. */
function mark(text: string, ranges: readonly number[], offset: number) {
  const inside = ranges.map((place) => Math.min(text.length, Math.max(0, place - offset)));
  const ends = [0, ...inside, text.length];
  return ends.slice(1).map((end, index) => {
    const part = text.slice(ends[index], end);
    if (part === '') return undefined;
    // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other key
    return index % 2 === 1 ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>;
  });
}

const sectionIcons: Partial<Record<PaletteIcon, LucideIcon>> = Object.fromEntries(
  [...tenantSections, ...allTenantsSections, ...consoleSections].map(({ text, Icon }) => [text, Icon]),
);

const icons: Partial<Record<PaletteIcon, LucideIcon>> = {
  ...sectionIcons,
  rotate: RotateCcwKey,
  add: Plus,
  recent: History,
  light: Sun,
  dark: Moon,
  system: Monitor,
  rows: Rows3,
  keyboard: Keyboard,
  history: History,
};

const listStyle = {
  flex: '0 1 auto',
  minHeight: 0,
  overflow: 'auto',
  pb: 1,
  '& .heading': {
    p: '12px 20px 4px',
    color: 'text.disabled',
    fontSize: '0.6875rem',
    lineHeight: '1rem',
  },
  '& [role=option]': {
    display: 'flex',
    alignItems: 'center',
    gap: 1.5,
    minHeight: 36,
    mx: 1,
    px: 1.5,
    borderRadius: '6px',
    cursor: 'pointer',
    scrollMarginTop: 32,
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& [role=option] > svg': { flex: 'none', color: 'text.disabled' },
  '& [aria-selected=true]': { bgcolor: 'accent.soft' },
  '& [aria-selected=true] > svg': { color: 'accent.text' },
  '& .text': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .note': {
    flex: 'none',
    maxWidth: '45%',
    ml: 'auto',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: 'text.secondary',
    typography: 'caption',
  },
  '& .note[data-tone=warning]': { color: 'warning.main' },
  '& .note[data-tone=error]': { color: 'error.main' },
  '& mark': { bgcolor: 'transparent', color: 'accent.text', fontWeight: 600 },
  '@media (forced-colors: active)': {
    '& [aria-selected=true]': { outline: '2px solid Highlight', outlineOffset: -2 },
  },
} as const;
