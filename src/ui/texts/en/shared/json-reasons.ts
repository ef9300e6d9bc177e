import type { JsonErrorReason } from '../../../../domain/text/json-text.ts';

/** What is wrong with a text that should be JSON, as a clause. */
export const jsonReasons: Readonly<Record<JsonErrorReason, string>> = {
  'unexpected-end': 'the text ends too early',
  'unexpected-character': 'there is an unexpected character',
  'bad-string': 'a quoted string is not closed or contains a forbidden character',
  'trailing-comma': 'there is a comma before the closing bracket',
  'too-deep': 'it is nested too deeply',
};
