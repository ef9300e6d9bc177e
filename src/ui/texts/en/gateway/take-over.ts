import { plural } from '../../format.ts';

export const takeOver = {
  question: (count: number) =>
    `This browser alone knows details of ${plural(count, { one: 'secret', other: 'secrets' })}. Share them with everybody who uses this console? No credentials are among them.`,
  share: 'Share',
  drop: 'Remove them',
  lost: 'The secret is saved, but its registries and expiry date were not recorded. Add them on its page.',
};
