import { useEffect, useState } from 'react';
import { Alert } from './alert.tsx';
import { useTexts } from '../texts/texts.ts';

const patienceMs = 2500;

/** Mounted while a request runs; speaks up when it takes longer than people expect, or goes on asking. */
export function StillWaiting({ pending }: { pending: 'sending' | 'asking' }) {
  const { stillWaiting } = useTexts('objects');
  const [late, setLate] = useState(pending === 'asking');
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    late && (
      <Alert severity="info" sx={{ mt: 2 }}>
        {stillWaiting[pending]}
      </Alert>
    )
  );
}
