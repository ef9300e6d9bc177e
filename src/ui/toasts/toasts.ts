import { Listeners } from '../../domain/listeners.ts';
import type { Wording } from '../layout/wording.tsx';

/** Something that was done, said in passing. */
export interface Toast {
  readonly text: Wording;
  /** Of what it is about, in the type of what is compared letter by letter. */
  readonly name?: string;
  /** Restores what was there before; only where the console really can. */
  readonly undo?: () => void;
  readonly failed?: boolean;
}

let toast: Toast | undefined;
const { subscribe, announce } = new Listeners();

/** Says it at the window's corner, in the place of what was said before. */
export function showToast(next: Toast): void {
  toast = next;
  announce();
}

/** Takes it away, unless something else is said already. */
export function hideToast(gone: Toast): void {
  if (toast !== gone) return;
  toast = undefined;
  announce();
}

export function readToast(): Toast | undefined {
  return toast;
}

export const subscribeToToasts = subscribe;
