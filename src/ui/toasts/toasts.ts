/** Something that was done, said in passing. */
export interface Toast {
  readonly text: string;
  /** Restores what was there before; only where the console really can. */
  readonly undo?: () => void;
  readonly failed?: boolean;
}

let toast: Toast | undefined;
const listeners = new Set<() => void>();

/** Says it at the window's corner, in the place of what was said before. */
export function showToast(next: Toast): void {
  toast = next;
  for (const listener of listeners) listener();
}

/** Takes it away, unless something else is said already. */
export function hideToast(gone: Toast): void {
  if (toast !== gone) return;
  toast = undefined;
  for (const listener of listeners) listener();
}

export function readToast(): Toast | undefined {
  return toast;
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
