import type { jsonReasons as en } from '../../en/shared/json-reasons.ts';
import type { Translated } from '../../translated.ts';

/** What is wrong with a text that should be JSON, as a clause. */
export const jsonReasons: Translated<typeof en> = {
  'unexpected-end': 'der Text endet zu früh',
  'unexpected-character': 'ein Zeichen gehört nicht hierher',
  'bad-string': 'ein Text in Anführungszeichen ist nicht abgeschlossen oder enthält ein unzulässiges Zeichen',
  'trailing-comma': 'vor der schließenden Klammer steht ein Komma',
  'too-deep': 'es ist zu tief verschachtelt',
};
