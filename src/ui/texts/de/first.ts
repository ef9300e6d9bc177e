import type { first as en } from '../en/first.ts';
import { common } from './common.ts';
import { secrets } from './secrets.ts';
import type { Translated } from '../translated.ts';

export const first: Translated<typeof en> = { common, secrets };
