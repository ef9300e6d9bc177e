import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import type { AuditEvent } from '../api/audit.ts';
import { BreakableCode } from '../ui/layout/breakable.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useSettingWord } from '../ui/run/fact-word.ts';
import { formatDate, formatTime } from '../ui/texts/format.ts';
import { Button } from '../ui/buttons/button.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { OutcomeChip } from './outcome-chip.tsx';
import { actionWords } from './action-words.ts';
import { EventObject } from './event-object.tsx';

interface EventDrawerProps {
  readonly event: AuditEvent;
  readonly labels: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** Everything known about an event, in a drawer beside the list. */
export function EventDrawer({ event, labels, onClose }: EventDrawerProps) {
  const texts = useTexts('audit');
  const { close } = useTexts('common');
  const id = useId();
  const { facts } = texts;
  const { actor, subject, outcome } = event;
  const settingWord = useSettingWord();
  const moment = new Date(event.time);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} slotProps={{ paper: { sx: paperStyle } }}>
      <DialogTitle id={id}>{actionWords(texts, event)}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={factsStyle}>
          <Fact name={facts.outcome}>
            <OutcomeChip event={event} />
            <div className="note">{texts.outcomeNotes[outcome]}</div>
          </Fact>
          <Fact name={facts.time}>
            <time dateTime={event.time}>{[formatDate(moment), formatTime(moment)].join(', ')}</time>
          </Fact>
          <Fact name={facts.person}>{actor?.name ?? texts.nobody}</Fact>
          <Fact name={facts.personId} literal={actor?.id} />
          <Fact name={facts.issuer} literal={actor?.issuer} />
          <Fact name={facts.groups}>{actor?.groups.join(', ')}</Fact>
          <Fact name={facts.address} literal={event.address} />
          <Fact name={facts.tenant}>{labels.get(event.tenant ?? '') ?? event.tenant}</Fact>
          <Fact name={facts.resource}>
            {event.resource === undefined ? undefined : (texts.resources[event.resource] ?? event.resource)}
          </Fact>
          <Fact name={facts.name}>
            {event.name !== undefined && <EventObject event={event} name={event.name} tenants={labels} />}
          </Fact>
          <Fact name={facts.registries}>
            {subject?.registries?.map(({ host, username }) => (
              <div key={host}>
                <code>{username === undefined ? host : `${host} (${username})`}</code>
              </div>
            ))}
          </Fact>
          <Fact name={facts.url} literal={subject?.url} />
          <Fact name={facts.revision} literal={subject?.revision} />
          <Fact name={facts.path} literal={subject?.path} />
          <Fact name={facts.username} literal={subject?.username} />
          <Fact name={facts.resourceGroup} literal={subject?.resourceGroup} />
          <Fact name={facts.storage} literal={subject?.storage} />
          {Object.entries(subject?.settings ?? {}).map(([name, value]) => (
            <Fact key={name} name={settingWord(name)} literal={value} />
          ))}
          <Fact name={facts.form} literal={subject?.form} />
          <Fact name={facts.plan} literal={subject?.plan} copy />
          <Fact name={facts.count}>
            {subject?.count === undefined ? undefined : texts.calls(subject.count)}
          </Fact>
          <Fact name={facts.scope}>{texts.scopes[subject?.scope ?? '']}</Fact>
          <Fact name={facts.keys} literal={subject?.keys?.join(', ')} />
          <Fact name={facts.status} literal={event.status === undefined ? undefined : String(event.status)} />
          <Fact name={facts.duration}>
            {event.durationMs === undefined ? undefined : texts.milliseconds(event.durationMs)}
          </Fact>
          <Fact name={facts.aiCoreRequestId} literal={event.aiCoreRequestId} copy />
          <Fact name={facts.requestId} literal={event.requestId} copy />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{close}</Button>
      </DialogActions>
    </Dialog>
  );
}

interface FactProps {
  readonly name: string;
  /** Shown in code type. */
  readonly literal?: string | undefined;
  readonly copy?: boolean;
  readonly children?: ReactNode;
}

/** Omitted if the value is unknown. */
function Fact({ name, literal, copy = false, children }: FactProps) {
  const value = literal === undefined ? children : <BreakableCode text={literal} />;
  if (value === undefined || value === '' || value === false) return undefined;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {copy && literal !== undefined && <CopyButton text={literal} />}
      </dd>
    </div>
  );
}

const paperStyle = {
  position: 'fixed',
  top: 0,
  right: 0,
  bottom: 0,
  m: 0,
  width: 480,
  maxWidth: '100vw',
  maxHeight: 'none',
  borderRadius: 0,
} as const;

const factsStyle = {
  m: 0,
  '& > div': { py: 1, borderBottom: 1, borderColor: 'rule.soft' },
  '& dt': { color: 'text.secondary', typography: 'caption' },
  '& dd': { m: 0, typography: 'body2', overflowWrap: 'anywhere' },
  '& dd > button': { ml: 1 },
  '& .note': { mt: 0.5, typography: 'caption', color: 'text.secondary' },
} as const;
