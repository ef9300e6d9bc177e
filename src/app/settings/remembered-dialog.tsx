import Box from '@mui/material/Box';
import { useColorScheme } from '@mui/material/styles';
import { forgetEverySecret, useRememberedCount } from '../../api/browser-storage/change-remembered.ts';
import { useOffers } from '../../api/connections.ts';
import { resetSettings } from '../../api/browser-storage/settings.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { forgetLanguage } from '../../ui/texts/choose-language.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { forgetRecentTenants, useRecentTenants } from '../tenant/current-tenant.ts';

interface RememberedDialogProps {
  readonly connections: readonly Connection[];
  readonly onClose: () => void;
}

/** What is stored in this browser besides connections and rollouts, which have pages of their own. */
export function RememberedDialog({ connections, onClose }: RememberedDialogProps) {
  const { remembered: texts } = useTexts('shell');
  const { close } = useTexts('common');
  const { setMode } = useColorScheme();
  const secrets = useRememberedCount();
  const isShared = useOffers('notes');
  const tenants = useRecentTenants(connections).length;
  const rows = [
    {
      what: texts.secrets,
      value: isShared ? texts.secretsShared(secrets) : texts.secretsCount(secrets),
      off: secrets === 0,
      forget: forgetEverySecret,
    },
    {
      what: texts.tenants,
      value: texts.tenantsCount(tenants),
      off: tenants === 0,
      forget: forgetRecentTenants,
    },
    {
      what: texts.settings,
      value: texts.settingsValue,
      off: false,
      forget: () => {
        resetSettings();
        forgetLanguage();
        setMode('system');
      },
    },
  ];
  return (
    <Dialog heading={texts.heading} onClose={onClose} actions={<Button onClick={onClose}>{close}</Button>}>
      <Box sx={{ color: 'text.secondary' }}>{texts.note(isShared)}</Box>
      <Box component="ul" sx={listStyle}>
        {rows.map(({ what, value, off, forget }) => (
          <li key={what}>
            <div>
              {what}
              <Box role="status" sx={{ typography: 'caption', color: 'text.secondary' }}>
                {value}
              </Box>
            </div>
            <Button
              size="small"
              variant="outlined"
              disabled={off}
              aria-label={texts.forgetOf(what)}
              onClick={forget}
            >
              {texts.forget}
            </Button>
          </li>
        ))}
      </Box>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>{texts.elsewhere}</Box>
    </Dialog>
  );
}

const listStyle = {
  m: 0,
  my: 1.5,
  p: 0,
  listStyle: 'none',
  '& > li': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 2,
    minHeight: 48,
    py: 0.75,
    boxSizing: 'border-box',
    borderBottom: 1,
    borderColor: 'rule.soft',
  },
} as const;
