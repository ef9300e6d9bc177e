import { useEffect, useState } from 'react';
import { Alert } from './alert.tsx';
import { useTexts } from '../texts/texts.ts';

const patienceMs = 2500;

/** Mounted while a request runs; says so when it takes longer than expected, or when the outcome is being looked up. */
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
