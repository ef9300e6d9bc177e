import { Listeners } from '../../domain/listeners.ts';

/** A short message about something that was done. */
export interface Toast {
  readonly text: string;
  /** Restores the previous state; only where that is really possible. */
  readonly undo?: () => void;
  readonly failed?: boolean;
}

let toast: Toast | undefined;
const { subscribe, announce } = new Listeners();

/** Shows a toast in the corner of the window, replacing the previous one. */
export function showToast(next: Toast): void {
  toast = next;
  announce();
}

/** Removes it, unless another toast is shown already. */
export function hideToast(gone: Toast): void {
  if (toast !== gone) return;
  toast = undefined;
  announce();
}

export function readToast(): Toast | undefined {
  return toast;
}

export const subscribeToToasts = subscribe;
