import Box from '@mui/material/Box';
import type { ImageExplanation } from '../domain/keyring/keyring.ts';
import type { EarlyReader, MatcherDifference } from '../domain/keyring/knative-keyring.ts';
import { StatusChip } from './feedback/status-chip.tsx';
import { SecretLink } from './secret-link.tsx';
import { useTexts, type Catalogue } from './texts/texts.ts';

interface ImageCoverageProps {
  readonly explanation: ImageExplanation;
  /** Set where somebody reads the image before Kubernetes and would read the secret differently. */
  readonly differences?: readonly MatcherDifference[] | undefined;
  readonly earlyReader?: EarlyReader | undefined;
  /** The matching entries with their secrets, where there may be several secrets. */
  readonly holders?: readonly { key: string; username: string; secret?: string }[] | undefined;
  /** Secrets whose content nobody here knows; because of them, a missing entry proves nothing. */
  readonly unknownSecrets?: readonly string[] | undefined;
  /** The tenant of the secrets: their names then link to their pages. */
  readonly tenant?: string;
}

type Tone = 'success' | 'error' | 'warning';

/** Whether an image can be pulled, and by which entry, in a word and in sentences that say what to do. */
export function ImageCoverage(props: ImageCoverageProps) {
  const texts = useTexts('imageCoverage');
  const { tenant, holders, unknownSecrets } = props;
  const { tone, word, sentences } = verdict(texts, {
    ...props,
    holders: holders?.map(({ secret, ...entry }) => ({
      ...entry,
      ...(secret && { secret: marked(secret) }),
    })),
    unknownSecrets: unknownSecrets?.map(marked),
  });
  return (
    <Box sx={{ typography: 'body2', overflowWrap: 'anywhere' }}>
      <StatusChip tone={tone}>{word}</StatusChip> <WithLinks text={sentences.join(' ')} tenant={tenant} />
      {props.differences?.map((difference) => (
        <Box key={difference.code} sx={differenceStyle}>
          {texts.matcherDifference(difference, props.earlyReader ?? 'knative')}
        </Box>
      ))}
    </Box>
  );
}

/** A text in which names are marked. */
function WithLinks({ text, tenant }: { text: string; tenant: string | undefined }) {
  const [before, name, ...rest] = text.split('\n');
  if (name === undefined) return before;
  return (
    <>
      {before}
      {tenant === undefined ? name : <SecretLink tenant={tenant} name={name} />}
      <WithLinks text={rest.join('\n')} tenant={tenant} />
    </>
  );
}

/** A name within a sentence; names have no line breaks. */
const marked = (name: string) => `\n${name}\n`;

function verdict(
  texts: Catalogue['imageCoverage'],
  { explanation, differences = [], holders, unknownSecrets = [] }: ImageCoverageProps,
): { tone: Tone; word: string; sentences: readonly string[] } {
  switch (explanation.kind) {
    case 'covered': {
      const entries = (holders ?? explanation.entries).map((entry) =>
        texts.by(entry.key, entry.username, 'secret' in entry ? entry.secret : undefined),
      );
      const sentences = [texts.coveredBy(entries)];
      return differences.length > 0
        ? { tone: 'warning', word: texts.coveredInPart, sentences }
        : { tone: 'success', word: texts.covered, sentences };
    }
    case 'covered-but-empty':
      return {
        tone: 'error',
        word: texts.coveredButEmpty,
        sentences: [texts.empty(explanation.entries.map(({ key }) => key))],
      };
    case 'not-covered':
      return unknownSecrets.length > 0
        ? { tone: 'warning', word: texts.cannotTell, sentences: [texts.unknown(unknownSecrets)] }
        : {
            tone: 'error',
            word: texts.notCovered,
            sentences: [
              texts.notCoveredWhy(explanation.registry, explanation.suggestion, explanation.nearest),
            ],
          };
    case 'cannot-tell':
      return explanation.reason === 'unfilled'
        ? { tone: 'error', word: texts.unfilled, sentences: [texts.invalid('unfilled', explanation.part)] }
        : { tone: 'warning', word: texts.cannotTell, sentences: [texts.placeholder] };
    case 'invalid-image':
      return {
        tone: 'error',
        word: texts.invalidImage,
        sentences: [texts.invalid(explanation.problem, explanation.part)],
      };
    case 'bad-secret':
      return {
        tone: 'error',
        word: texts.badSecret,
        sentences: explanation.problems.map(texts.secretProblem),
      };
  }
}

const differenceStyle = {
  mt: 0.75,
  pl: 1.25,
  borderLeft: 3,
  borderColor: 'warning.main',
  color: 'text.primary',
} as const;
