import Box from '@mui/material/Box';
import { registryMonogram } from '../../domain/registry/registry-monogram.ts';
import { markStyle } from './mark-style.ts';

/** A registry's two letters, in front of its host. Not text: whoever copies or searches means the host alone. */
export function RegistryMark({ host }: { host: string }) {
  return <Box component="span" aria-hidden data-mark={registryMonogram(host)} sx={markStyle} />;
}
