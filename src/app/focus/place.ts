/** The position of a control: its ancestors, nearest first, and the index of the child that leads to it in each. */
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
