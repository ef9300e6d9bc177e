import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.ts';
import { Section } from './section.tsx';

/** Beside a form: what is worth knowing before sending it. */
export function GoodToKnow({ children }: { children: ReactNode }) {
  const { goodToKnow } = useTexts('objects');
  return <Section heading={goodToKnow}>{children}</Section>;
}
