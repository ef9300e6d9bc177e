import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { LogOut, Shield } from 'lucide-react';
import { consoleConfigQuery } from '../../api/connections.ts';
import { rolesIn } from '../../domain/connection/access.ts';
import { StatusChip } from '../../ui/feedback/status-chip.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { Avatar } from './avatar.tsx';

/** Who is signed in, with their roles and tenants; nothing without sign-in. */
export function Account() {
  const texts = useTexts('access');
  const { data } = useQuery(consoleConfigQuery());
  const person = data?.signIn?.person;
  if (!data || !person) return undefined;
  const roles = rolesIn(data.connections);
  return (
    <Box className="part" sx={accountStyle}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Avatar name={person.name} large />
        <Box sx={{ minWidth: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>{person.name}</Box>
      </Box>
      {roles.map(({ role, tenants }) => (
        <Box key={role} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <StatusChip tone="info" Icon={Shield}>
            {texts.role[role]}
          </StatusChip>
          <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
            {texts.scope(tenants, roles.length === 1)}
          </Box>
        </Box>
      ))}
      {roles.length === 0 && (
        <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.noRole}</Box>
      )}
    </Box>
  );
}

/** Signs out: a page of the gateway or of the proxy in front, not of the router. */
export function SignOut() {
  const { signOut } = useTexts('access');
  const { data } = useQuery(consoleConfigQuery());
  const url = data?.signIn?.signOutUrl;
  if (url === undefined) return undefined;
  return (
    <div className="part">
      <a href={url}>
        <LogOut {...iconProps} />
        {signOut}
      </a>
    </div>
  );
}

const accountStyle = {
  '&&': { display: 'grid', gap: 1.5, p: 1.5 },
} as const;
