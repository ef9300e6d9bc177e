import { common } from './common.ts';
import { secrets } from './secrets.ts';

/** What the first page says. */
export const first = { common, secrets };
