import type { JsonErrorReason } from '../../../../domain/text/json-text.ts';

/** What is wrong with a text that should be JSON, as a clause. */
export const jsonReasons: Readonly<Record<JsonErrorReason, string>> = {
  'unexpected-end': 'the text ends too early',
  'unexpected-character': 'a character is unexpected',
  'bad-string': 'a quoted text is not closed or has a forbidden character',
  'trailing-comma': 'a comma comes before the closing bracket',
  'too-deep': 'it is nested too deeply',
};
