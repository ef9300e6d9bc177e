import Box from '@mui/material/Box';
import { PageHeader, type PageHeaderProps } from '../page-header.tsx';
import { WithName, wordingText, type Wording } from '../layout/wording.tsx';

interface ObjectHeaderProps extends Pick<PageHeaderProps, 'title' | 'fact' | 'lateFact' | 'actions'> {
  /** What the page does with the object; without it, it is the object's own page. */
  readonly heading?: Wording;
  readonly name: string;
  /** The object could not be read, so there are no actions. */
  readonly unread?: boolean;
}

/** The header of a page about one object, with its name in code type. */
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
