import { z } from 'zod/mini';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { loadTexts } from './ui/texts/texts.ts';

// zod would try to compile its parsers, which the content security policy forbids.
z.config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
// The outline painted by index.html stays until the shell's texts are there.
await loadTexts('common');
createRoot(root).render(<App />);
