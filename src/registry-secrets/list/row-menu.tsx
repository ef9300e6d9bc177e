import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Calendar, Copy, FileCode, RotateCcwKey, Split, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { readSettings } from '../../api/browser-storage/settings.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { letterOf } from '../../ui/keys/letter-of.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { isWrite, type SecretAct } from './secret-act.ts';

interface RowMenuProps {
  readonly name: string;
  readonly mayWrite: boolean;
  readonly anchor: HTMLElement;
  readonly onAct: (act: SecretAct, name: string) => void;
  readonly onClose: () => void;
}

/** All actions for one secret; every row uses the same menu. */
export function RowMenu({ name, mayWrite, anchor, onAct, onClose }: RowMenuProps) {
  const texts = useTexts('secrets');
  const { acts } = useTexts('secretActs');
  const { readOnly } = useTexts('common');
  const choose = (act: SecretAct) => {
    onClose();
    onAct(act, name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!readSettings().singleKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = letterOf(event);
    if (key === 'c') choose('copy');
    else if (key === 'r') choose('rotate');
  };
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      onKeyDown={onKeyDown}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: -4, horizontal: 'right' }}
      transitionDuration={120}
      slotProps={{ list: { 'aria-label': texts.moreOf(name), disabledItemsFocusable: true } }}
    >
      {items.map(({ act, Icon, key, ruled }) => (
        <MenuItem
          key={act}
          onClick={() => choose(act)}
          {...(isWrite(act) && !mayWrite && { 'aria-disabled': true, title: readOnly })}
          sx={{ ...itemStyle, ...(ruled && ruledStyle), ...(act === 'delete' && dangerStyle) }}
        >
          <ListItemIcon>
            <Icon {...iconProps} />
          </ListItemIcon>
          {acts[act]}
          {key !== undefined && (
            <kbd aria-hidden className="single-key">
              {key}
            </kbd>
          )}
        </MenuItem>
      ))}
    </Menu>
  );
}

const items = [
  { act: 'copy', Icon: Copy, key: 'C', ruled: false },
  { act: 'template', Icon: FileCode, key: undefined, ruled: false },
  { act: 'rotate', Icon: RotateCcwKey, key: 'R', ruled: true },
  { act: 'roll-out', Icon: Split, key: undefined, ruled: false },
  { act: 'expiry', Icon: Calendar, key: undefined, ruled: false },
  { act: 'delete', Icon: Trash2, key: undefined, ruled: true },
] as const;

const itemStyle = {
  '& kbd': { ml: 'auto' },
  '&[aria-disabled=true], &[aria-disabled=true] svg': { color: 'text.disabled' },
} as const;

const ruledStyle = {
  position: 'relative',
  mt: '9px',
  '&::before': {
    content: '""',
    position: 'absolute',
    inset: '-5px -4px auto',
    borderTop: 1,
    borderColor: 'divider',
  },
} as const;

const dangerStyle = { color: 'error.main', '& svg': { color: 'error.main' } } as const;
