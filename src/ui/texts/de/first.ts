export { common } from './common.ts';
export { secrets } from './secrets.ts';
