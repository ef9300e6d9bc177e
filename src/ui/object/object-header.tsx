import Box from '@mui/material/Box';
import { PageHeader, type PageHeaderProps } from '../page-header.tsx';
import { WithName, wordingText, type Wording } from '../layout/wording.tsx';

interface ObjectHeaderProps extends Pick<PageHeaderProps, 'title' | 'fact' | 'lateFact' | 'actions'> {
  /** What the page does with its object; without it, the page is the object's own. */
  readonly heading?: Wording;
  readonly name: string;
  /** It could not be read: nothing can be done with it. */
  readonly unread?: boolean;
}

/** The header of a page about one thing, whose name stands as it is written. */
export function ObjectHeader({ heading = String, name, unread = false, ...rest }: ObjectHeaderProps) {
  const shown = (
    <Box component="span" sx={nameStyle}>
      <WithName wording={heading} name={name} />
    </Box>
  );
  const actions = unread ? undefined : rest.actions;
  return <PageHeader heading={wordingText(heading, name)} shown={shown} {...rest} actions={actions} />;
}

const nameStyle = { '& code': { fontSize: '1.125rem' } } as const;
