import type { Locator } from '@playwright/test';
import { expect } from './test.ts';
import { optionOf, tabToAndChoose, tabToAndPress, tabToAndType } from './keyboard.ts';

/** The ways in which a person operates the page; a test uses only these. */
export interface Hands {
  readonly name: string;
  /** Presses a button or a link. */
  readonly press: (target: Locator) => Promise<void>;
  readonly tick: (box: Locator) => Promise<void>;
  readonly type: (field: Locator, text: string) => Promise<void>;
  /** Ticks the box in a table's head. The rows are a single tab stop; `row` is the box of the first one. */
  readonly tickHead: (head: Locator, row: Locator) => Promise<void>;
  /** Selects the option that begins like this. */
  readonly choose: (list: Locator, option: string) => Promise<void>;
}

export const byMouse: Hands = {
  name: 'by mouse',
  press: (target) => target.click(),
  tick: (box) => box.click(),
  tickHead: (head) => head.click(),
  type: async (field, text) => {
    await field.click();
    await field.fill(text);
  },
  choose: async (list, option) => {
    await list.selectOption(await optionOf(list, option).getAttribute('value'));
  },
};

export const byKeyboard: Hands = {
  name: 'by keyboard alone',
  press: (target) => tabToAndPress(target, 'Enter'),
  tick: (box) => tabToAndPress(box, 'Space'),
  tickHead: async (head, row) => {
    await tabToAndPress(row, 'ArrowUp');
    await expect(head).toBeFocused();
    await head.page().keyboard.press('Space');
  },
  type: tabToAndType,
  choose: tabToAndChoose,
};
