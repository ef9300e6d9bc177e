import type { JsonErrorReason } from '../../../../domain/text/json-text.ts';

/** What is wrong with a text that should be JSON, as a clause. */
export const jsonReasons: Readonly<Record<JsonErrorReason, string>> = {
  'unexpected-end': 'it ends too early',
  'unexpected-character': 'there is a character that does not belong there',
  'bad-string': 'a text in quotes is not closed, or has a forbidden character',
  'trailing-comma': 'there is a comma before the closing bracket',
  'too-deep': 'it is nested too deeply',
};
