import Box from '@mui/material/Box';
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Pencil, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { Button, IconButton } from '../../../ui/buttons/button.tsx';
import { providerOfRegistry } from '../../../domain/registry/provider-host.ts';
import { useSettled } from '../../../ui/form/typing.tsx';
import { iconProps, smallIconProps } from '../../../ui/icon-props.ts';
import { RegistryMark } from '../../../ui/marks/registry-mark.tsx';
import { useTexts } from '../../../ui/texts/texts.ts';
import type { SecretFormValues } from '../secret-form-values.ts';
import { RegistryFacts } from './registry-facts.tsx';
import { RegistryFields } from './registry-fields.tsx';
import { RegistrySummary } from './registry-summary.tsx';

interface RegistryCardProps {
  readonly form: UseFormReturn<SecretFormValues>;
  readonly index: number;
  readonly count: number;
  readonly open: boolean;
  /** Only if there are too many registries for all to be open. */
  readonly onToggle: (() => void) | undefined;
  /** Host and username belong to the existing secret, and are only changed on request. */
  readonly known: boolean;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

/** A registry of the secret: a head with its position among the others, and its fields. */
export function RegistryCard({
  form,
  index,
  count,
  open,
  onToggle,
  known,
  onMove,
  onRemove,
}: RegistryCardProps) {
  const texts = useTexts('secretForm');
  const id = useId();
  const position = index + 1;
  const registry = useSettled(useWatch({ control: form.control, name: `registries.${index}` }));
  const provider = providerOfRegistry(registry.host, registry.provider);
  // An error in a collapsed field has to be visible.
  const isWrong =
    form.getFieldState(`registries.${index}.host`).invalid ||
    form.getFieldState(`registries.${index}.username`).invalid;
  const [changing, setChanging] = useState(false);
  const asFacts = known && !changing && !isWrong;
  const change = () => {
    setChanging(true);
    // The field is rendered next.
    setTimeout(() => form.setFocus(`registries.${index}.host`));
  };
  const Fold = open ? ChevronDown : ChevronRight;

  return (
    <Box role="group" aria-labelledby={id} sx={cardStyle}>
      <Box sx={headStyle} data-open={open}>
        {onToggle && (
          <IconButton label={texts.editRegistry(position)} aria-expanded={open} onClick={onToggle}>
            <Fold {...iconProps} />
          </IconButton>
        )}
        <RegistryMark host={registry.host} />
        <Box component="h2" id={id} sx={{ m: 0, typography: 'h3', whiteSpace: 'nowrap' }}>
          {texts.registry(position)}
        </Box>
        {open ? (
          <Box sx={productStyle}>{provider.name}</Box>
        ) : (
          <RegistrySummary control={form.control} index={index} />
        )}
        {open && asFacts && (
          <Button size="small" startIcon={<Pencil {...smallIconProps} />} onClick={change}>
            {texts.changeHostOrUsername}
          </Button>
        )}
        {count > 1 && (
          <>
            {/* aria-disabled instead of disabled keeps the focus when the end of the list is reached. */}
            <IconButton
              label={texts.moveUp(position)}
              aria-disabled={index === 0}
              onClick={() => index > 0 && onMove(index - 1)}
            >
              <ArrowUp {...iconProps} />
            </IconButton>
            <IconButton
              label={texts.moveDown(position)}
              aria-disabled={position === count}
              onClick={() => position < count && onMove(index + 1)}
            >
              <ArrowDown {...iconProps} />
            </IconButton>
            <IconButton label={texts.removeRegistry(position)} onClick={onRemove}>
              <X {...iconProps} />
            </IconButton>
          </>
        )}
      </Box>
      {open && (
        <Box sx={bodyStyle}>
          {asFacts && <RegistryFacts registry={registry} />}
          <RegistryFields form={form} index={index} credentialOnly={asFacts} />
        </Box>
      )}
    </Box>
  );
}

const cardStyle = { mb: 2, border: 1, borderColor: 'divider', borderRadius: '8px', minWidth: 0 } as const;

const headStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  minHeight: 40,
  pl: 2,
  pr: 1,
  // On a phone the labelled button is below the rest.
  flexWrap: { xs: 'wrap', sm: 'nowrap' },
  '& > [data-variant]': { order: { xs: 1, sm: 0 } },
  '&[data-open=true]': { borderBottom: 1, borderColor: 'divider' },
  '& > button': { flex: 'none' },
  '& > button[aria-expanded]': { ml: -1 },
  '& > [aria-disabled=true]': { opacity: 0.45, cursor: 'default' },
} as const;

const productStyle = {
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: 'text.secondary',
} as const;

const bodyStyle = { p: 2, pb: 1 } as const;
