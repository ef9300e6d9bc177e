import { plural } from '../../format.ts';

export const takeOver = {
  question: (count: number) =>
    `Only this browser knows details of ${plural(count, { one: 'secret', other: 'secrets' })}. Share them with everyone who uses this console? They contain no credentials.`,
  share: 'Share',
  drop: 'Remove them',
  lost: 'The secret is saved, but its registries and expiry date were not recorded. Add them on its page.',
};
