import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from '@tanstack/react-router';
import { forgetBearerToken, resumeTokenNeed, useBearerToken } from '../../api/bearer-tokens.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { useTexts } from '../../ui/texts/texts.ts';

interface ConnectionMenuProps {
  readonly connection: Connection;
  /** Added in this browser, so it can be changed. */
  readonly isAdded: boolean;
  readonly anchor: HTMLElement;
  readonly onTest: () => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** The actions that a wider screen shows at the end of a connection's row. */
export function ConnectionMenu(props: ConnectionMenuProps) {
  const { connection, isAdded, anchor, onTest, onRemove, onClose } = props;
  const texts = useTexts('connections');
  const navigate = useNavigate();
  const hasToken = useBearerToken(connection) !== undefined;
  const item = (label: string, act: () => void) => (
    <MenuItem
      key={label}
      onClick={() => {
        onClose();
        act();
      }}
    >
      {label}
    </MenuItem>
  );
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: -4, horizontal: 'right' }}
      transitionDuration={120}
      slotProps={{ list: { 'aria-label': texts.moreOf(connection.label) } }}
    >
      {item(texts.testShort, onTest)}
      {connection.auth === 'bearer' && item(texts.enterToken, () => resumeTokenNeed(connection))}
      {hasToken && item(texts.forgetToken, () => forgetBearerToken(connection))}
      {isAdded &&
        item(texts.edit, () => void navigate({ to: '/connections/$id/edit', params: { id: connection.id } }))}
      {isAdded && item(texts.remove, onRemove)}
    </Menu>
  );
}
