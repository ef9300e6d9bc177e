/** What the first page says. */
export { common } from './common.ts';
export { secrets } from './secrets.ts';
