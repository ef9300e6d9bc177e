// What a test runner does first is a default export.
export { buildServerWhenNeeded as default } from './build-when-needed.ts';
