import { ChevronDown } from 'lucide-react';
import { iconProps } from '../icon-props.ts';

/** For the `select` slot of a text field: the browser's own choice, with the console's arrow. */
export const selectSlot = { native: true, IconComponent: Arrow } as const;

/** It is given more than is meant for an icon. */
function Arrow({ className }: { className?: string }) {
  return <ChevronDown {...iconProps} className={className} style={{ top: 'calc(50% - 8px)' }} />;
}
