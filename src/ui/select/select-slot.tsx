import { ChevronDown } from 'lucide-react';
import { iconProps } from '../icon-props.ts';

/** For the `select` slot of a text field: a native select with the console's arrow. */
export const selectSlot = { native: true, IconComponent: Arrow } as const;

/** MUI passes more props than an icon takes. */
function Arrow({ className }: { className?: string }) {
  return <ChevronDown {...iconProps} className={className} style={{ top: 'calc(50% - 8px)' }} />;
}
