import { loadTexts, textsOf } from '../ui/texts/texts.ts';
import { showToast } from '../ui/toasts/toasts.ts';

/** Says that a secret was written, and that what is known of it was not kept. */
export async function tellMemoryLost(): Promise<void> {
  await loadTexts();
  showToast({ text: textsOf('takeOver').lost, failed: true });
}
