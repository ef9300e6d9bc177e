import Box from '@mui/material/Box';
import { ChevronRight, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/buttons/button.tsx';
import type { TemplateHint } from '../../domain/template/rules/check-rules.ts';
import { hintLevels } from '../../domain/template/rules/hint.ts';
import { smallIconProps } from '../../ui/icon-props.ts';
import { Anchor } from '../../ui/text-link.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import { useBatches } from '../../ui/use-batches.tsx';
import type { AnalysedDocument } from '../analysis/analyse-template.ts';
import { sample, sourceOf } from './hint-source.ts';

interface HintListProps {
  readonly hints: readonly TemplateHint[];
  readonly documents: readonly AnalysedDocument[];
  /** The text has changed since, so positions may be wrong. */
  readonly stale: boolean;
  /** The line of the last fix, in the current text. */
  readonly fixedLine: number | undefined;
  readonly onUndo: () => void;
  readonly onFix: (hint: TemplateHint) => void;
  readonly onGoTo: (line: number, column: number) => void;
}

const shownAtOnce = 20;

/** SAP's rules that the templates break: mandatory ones first, then, folded, recommendations. */
export function HintList({ hints, fixedLine, onUndo, ...props }: HintListProps) {
  const texts = useTexts('templateHints');
  const rules = hints.filter(({ code }) => hintLevels[code] === 'rule');
  const advice = hints.filter(({ code }) => hintLevels[code] === 'advice');
  return (
    <>
      <Box sx={noteStyle}>{hints.length === 0 ? texts.none : texts.note}</Box>
      <Box role="status" sx={fixedStyle}>
        {fixedLine !== undefined && (
          <>
            <CircleCheck {...smallIconProps} />
            {texts.fixed(fixedLine)}
            <Button size="small" onClick={onUndo}>
              {texts.undo}
            </Button>
          </>
        )}
      </Box>
      {rules.length > 0 && <Hints hints={rules} {...props} />}
      {advice.length > 0 && (
        <Box component="details" open={rules.length === 0} sx={foldStyle}>
          <summary>
            <ChevronRight {...smallIconProps} />
            {texts.advice(advice.length)}
          </summary>
          <Hints hints={advice} {...props} />
        </Box>
      )}
    </>
  );
}

function Hints({ hints, documents, stale, onFix, onGoTo }: Omit<HintListProps, 'fixedLine' | 'onUndo'>) {
  const texts = useTexts('templateHints');
  const { shown, more } = useBatches(hints, shownAtOnce);
  return (
    <>
      <Box component="ul" sx={listStyle}>
        {shown.map((hint) => {
          const { code, line, column, detail, fix, documentIndex } = hint;
          const source = sourceOf(code, documents[documentIndex]?.done.kind);
          return (
            <li key={`${code} ${detail} ${line} ${column}`} data-level={hintLevels[code]}>
              {hintLevels[code] === 'rule' ? (
                <TriangleAlert {...smallIconProps} />
              ) : (
                <Info {...smallIconProps} />
              )}
              <div>
                {texts.hint(hint)}
                <Box sx={sourceStyle}>
                  <button type="button" onClick={() => onGoTo(line, column)}>
                    {texts.line(line)}
                  </button>
                  {' · '}
                  {source === undefined ? (
                    texts.source
                  ) : (
                    <Anchor href={source} target="_blank" rel="noreferrer">
                      {source === sample ? texts.sample : texts.source}
                    </Anchor>
                  )}
                </Box>
              </div>
              {fix && (
                <Button size="small" variant="outlined" disabled={stale} onClick={() => onFix(hint)}>
                  {texts.fix(hint, fix[0]?.insert ?? '')}
                </Button>
              )}
            </li>
          );
        })}
      </Box>
      {more}
    </>
  );
}

const noteStyle = { color: 'text.secondary', maxWidth: 760 } as const;

const fixedStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 0.75,
  mt: 1,
  '&:empty': { mt: 0 },
  '& > svg': { color: 'success.main' },
} as const;

const listStyle = {
  m: 0,
  mt: 1,
  p: 0,
  listStyle: 'none',
  typography: 'body2',
  overflowWrap: 'anywhere',
  '& > li': {
    display: 'grid',
    gridTemplateColumns: { xs: '16px minmax(0, 1fr)', sm: '16px minmax(0, 1fr) auto' },
    columnGap: 1,
    rowGap: 0.75,
    py: 1,
    borderTop: 1,
    borderColor: 'divider',
  },
  '& > li > svg': { mt: '3px', color: 'text.disabled' },
  '& > li[data-level=rule] > svg': { color: 'warning.main' },
  '& > li > button': { gridColumn: { xs: 2, sm: 3 }, justifySelf: 'start', alignSelf: 'center' },
} as const;

const sourceStyle = {
  mt: 0.25,
  typography: 'caption',
  color: 'text.secondary',
  '& button': {
    all: 'unset',
    cursor: 'pointer',
    color: 'accent.text',
    textDecoration: 'underline',
    textUnderlineOffset: '3px',
    '&:focus-visible': { outline: '2px solid', outlineColor: 'accent.focus', outlineOffset: 2 },
  },
} as const;

const foldStyle = {
  mt: 1,
  '& > summary': {
    display: 'flex',
    alignItems: 'center',
    gap: 0.75,
    minHeight: 28,
    width: 'fit-content',
    borderRadius: '4px',
    cursor: 'pointer',
    typography: 'body2',
    color: 'text.secondary',
    '&::-webkit-details-marker': { display: 'none' },
  },
  '&[open] > summary > svg': { transform: 'rotate(90deg)' },
} as const;
