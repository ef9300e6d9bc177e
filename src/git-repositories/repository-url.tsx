import { checkRepositoryUrl } from '../domain/git/repository-url.ts';
import { BreakableCode } from '../ui/layout/breakable.tsx';
import { Anchor } from '../ui/text-link.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** The repository's address, as a link for a browser. */
export function RepositoryUrl({ url }: { url: string }) {
  const texts = useTexts('repositories');
  if (url === '') return texts.noUrl;
  if (!/^https?:\/\//i.test(url)) return <BreakableCode text={url} />;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" title={texts.opensNewTab}>
      <BreakableCode text={url} />
    </Anchor>
  );
}

/** A likely reason for an error, if the URL itself shows it. */
export function lacksGitSuffix(url: string): boolean {
  return checkRepositoryUrl(url).warnings.some((warning) => warning.code === 'gitlab-without-git-suffix');
}
