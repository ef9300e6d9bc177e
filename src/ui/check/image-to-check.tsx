import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

type ImageState = readonly [image: string, setImage: (image: string) => void];

const Shared = createContext<ImageState | undefined>(undefined);

/** Shares one image between a form's image check and its credential check. */
export function ImageToCheck({ children }: { children: ReactNode }) {
  const [image, setImage] = useState('');
  const state = useMemo<ImageState>(() => [image, setImage], [image]);
  return <Shared value={state}>{children}</Shared>;
}

/** The image of the surrounding form, or one of its own where there is none. */
export function useImageToCheck(): ImageState {
  const own = useState('');
  return useContext(Shared) ?? own;
}
