/** Where a control stands: its parents, the nearest first, and which child of each leads to it. */
export interface Place {
  readonly element: HTMLElement;
  readonly steps: readonly { readonly parent: Element; readonly index: number }[];
}

export function placeOf(element: HTMLElement): Place {
  const steps: { parent: Element; index: number }[] = [];
  let child: Element = element;
  for (let parent = child.parentElement; parent && parent !== document.body; parent = child.parentElement) {
    steps.push({ parent, index: [...parent.children].indexOf(child) });
    child = parent;
  }
  return { element, steps };
}
