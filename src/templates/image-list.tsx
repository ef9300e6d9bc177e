import Box from '@mui/material/Box';
import { useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { ImageCoverage } from '../ui/image-coverage.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { useBatches } from '../ui/use-batches.tsx';
import type { AnalysedDocument, ImageOfTemplate } from './analysis/analyse-template.ts';

interface ImageListProps {
  readonly images: readonly ImageOfTemplate[];
  readonly documents: readonly AnalysedDocument[];
  readonly onGoTo: (line: number, column: number) => void;
}

/** Every image that the templates use, where, and which entry of which secret pulls it. */
export function ImageList({ images, documents, onGoTo }: ImageListProps) {
  const texts = useTexts('templates');
  const [hideCovered, setHideCovered] = useState(false);
  const open = images.filter(
    ({ explanation, differences }) => explanation.kind !== 'covered' || differences.length > 0,
  );
  const covered = images.length - open.length;
  const { id: tenant } = useConnection();
  const { shown, more } = useBatches(hideCovered ? open : images);

  return (
    <>
      <Box sx={headStyle}>
        <span role="status">{texts.imagesSummary(covered, images.length)}</span>
        {covered > 0 && open.length > 0 && (
          <label>
            <input
              type="checkbox"
              checked={hideCovered}
              onChange={(event) => setHideCovered(event.target.checked)}
            />{' '}
            {texts.hideCovered}
          </label>
        )}
      </Box>
      <Box component="ul" aria-label={texts.images} sx={listStyle}>
        {shown.map((found) => {
          const { kind, name } = documents[found.documentIndex]?.done ?? {};
          return (
            <li key={`${found.documentIndex} ${found.path}`}>
              <div>
                <Box component="code" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                  {found.image}
                </Box>
                <Box sx={placeStyle}>
                  {texts.document(kind, name, found.documentIndex + 1)}, {found.path},{' '}
                  <button type="button" onClick={() => onGoTo(found.line, 1)}>
                    {texts.line(found.line)}
                  </button>
                </Box>
                {found.filledIn !== undefined && (
                  <Box sx={{ mt: 0.25, overflowWrap: 'anywhere' }}>{texts.filledIn(found.filledIn)}</Box>
                )}
              </div>
              <ImageCoverage {...found} tenant={tenant} />
            </li>
          );
        })}
      </Box>
      {more}
    </>
  );
}

const headStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 3,
  rowGap: 0.5,
  mb: 1,
  typography: 'body2',
} as const;

const listStyle = {
  m: 0,
  p: 0,
  listStyle: 'none',
  typography: 'body2',
  '& > li': {
    display: 'grid',
    gap: { xs: 0.75, md: 3 },
    gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
    py: 1.25,
    borderTop: 1,
    borderColor: 'divider',
  },
} as const;

const placeStyle = {
  mt: 0.25,
  typography: 'caption',
  color: 'text.secondary',
  overflowWrap: 'anywhere',
  '& button': {
    all: 'unset',
    cursor: 'pointer',
    color: 'primary.main',
    textDecoration: 'underline',
    '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
  },
} as const;
