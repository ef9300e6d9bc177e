// A test runner's global setup has to be a default export.
export { buildServerWhenNeeded as default } from './build-when-needed.ts';
