import type { GoogleKeyFileProblem } from '../../../domain/google-key-file.ts';
import type { TokenFinding } from '../../../domain/token-findings.ts';
import type { TokenIssuer, TokenKind } from '../../../domain/token-kinds.ts';
import { formatDateTime, plural } from '../format.ts';

const issuers: Record<TokenIssuer, string> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  bitbucket: 'Bitbucket',
  'azure-devops': 'Azure DevOps',
  'docker-hub': 'Docker Hub',
  aws: 'Amazon Web Services',
  google: 'Google Cloud',
  azure: 'Microsoft Azure',
  jfrog: 'JFrog',
  nvidia: 'NVIDIA NGC',
  digitalocean: 'DigitalOcean',
};

const kinds: Record<TokenKind, string> = {
  'github-classic': 'a classic personal access token of GitHub',
  'github-fine-grained': 'a fine-grained personal access token of GitHub',
  'github-oauth': 'an OAuth token of GitHub',
  'github-app-user': 'a user token of a GitHub App',
  'github-app-installation': 'an installation token of a GitHub App',
  'github-refresh': 'a refresh token of GitHub',
  'gitlab-deploy': 'a deploy token of GitLab',
  'gitlab-access': 'a personal, project or group access token of GitLab',
  'gitlab-ci-job': 'a CI/CD job token of GitLab',
  'gitlab-not-for-login': 'a GitLab token of a kind that logs in nowhere',
  'bitbucket-access': 'a repository, project or workspace access token of Bitbucket',
  'bitbucket-app-password': 'an app password of Bitbucket',
  'atlassian-api': 'an API token of Atlassian',
  'azure-devops-access': 'a personal access token of Azure DevOps',
  'docker-personal': 'a personal access token of Docker Hub',
  'docker-organisation': 'an organisation access token of Docker Hub',
  'ecr-password': 'an authorization token of Amazon ECR',
  'ecr-encoded-login': 'username and password of Amazon ECR, still encoded together',
  'aws-access-key-id': 'the id of an AWS access key',
  'google-key-file': 'the key file of a Google service account',
  'google-access': 'an access token of Google Cloud',
  'google-api-key': 'an API key of Google Cloud',
  'entra-client-secret': 'a client secret of Microsoft Entra',
  'entra-access': 'an access token of Microsoft Entra',
  'acr-token-password': 'the password of a token of Azure Container Registry',
  'acr-refresh': 'a login token of Azure Container Registry',
  'jfrog-access': 'an access token of JFrog',
  'jfrog-api-key': 'an API key of JFrog',
  'nvidia-api-key': 'an API key of NVIDIA NGC',
  'digitalocean-api': 'an API token of DigitalOcean',
  'digitalocean-oauth': 'an OAuth token of DigitalOcean',
  'digitalocean-refresh': 'a refresh token of DigitalOcean',
};

function better(finding: { readonly betterKind?: TokenKind }): string {
  return finding.betterKind === undefined ? '' : ` Better use ${kinds[finding.betterKind]}.`;
}

function hoursLong(hours: number): string {
  return plural(hours, { one: 'hour', other: 'hours' });
}

function keyFileProblem(problem: GoogleKeyFileProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Paste the whole key file.';
    case 'not-an-object':
      return 'This is no key file: it begins with “{” and ends with “}”.';
    case 'client-secrets-file':
      return 'This file belongs to an OAuth client. Use the key file of a service account.';
    case 'not-json':
      return `This is not the whole key file: it breaks off or is damaged in line ${problem.line}, column ${problem.column}.`;
    case 'wrong-type':
      return `This file is of the type “${problem.type}”. Use one of the type “service_account”.`;
    case 'no-private-key':
      return 'The key file holds no private key. Create a new key of the service account.';
    case 'private-key-not-pem':
      return 'The private key in the file is damaged. Create a new key of the service account.';
    case 'no-client-email':
      return 'The key file does not name its service account. Create a new key of it.';
    case 'client-email-malformed':
      return 'The address of the service account in the key file is damaged. Create a new key of it.';
  }
}

/** What a token says about itself. Nobody was asked: it only looks like it. */
function tokenFinding(finding: TokenFinding): string {
  switch (finding.code) {
    case 'kind-recognised':
      return `This looks like ${kinds[finding.kind]}.`;
    case 'no-expiry':
      return 'The token names no date on which it expires.';
    case 'expires-on':
      return `The token expires on ${formatDateTime(new Date(finding.expiresAt))}, in ${plural(finding.days, { one: 'day', other: 'days' })}. Rotate it before then.`;
    case 'expired':
      return `The token expired on ${formatDateTime(new Date(finding.expiresAt))}. Use a new one.`;
    case 'expires-in-hours':
      return `The token expires in ${hoursLong(finding.hours)}: too soon to be stored.${better(finding)}`;
    case 'short-lived':
      return finding.kind === undefined
        ? `Such a token lives for about ${hoursLong(finding.hours)}: too short to be stored.${better(finding)}`
        : `This looks like ${kinds[finding.kind]}, which lives for about ${hoursLong(finding.hours)}: too short to be stored.${better(finding)}`;
    case 'not-accepted':
      return `This looks like ${kinds[finding.kind]}, which is not accepted here.${better(finding)}`;
    case 'discouraged':
      return `This looks like ${kinds[finding.kind]}, which may stop working before long.${better(finding)}`;
    case 'other-issuer':
      return `This looks like ${kinds[finding.kind]}, but the host is not ${issuers[finding.issuer]}’s.${better(finding)}`;
    case 'unexpected-form':
      return `The tokens of this host look different: it wants ${kinds[finding.betterKind]}.`;
    case 'key-file-problem':
      return keyFileProblem(finding.problem);
    case 'username-expected':
      return `With this token the username is ${finding.expected}.`;
  }
}

/** Said of username and token in every form that has them. */
export const credentials = {
  username: 'Username',
  token: 'Access token',
  showToken: 'Show access token',
  hideToken: 'Hide access token',
  show: 'Show',
  hide: 'Hide',
  usernameProblem: (code: 'empty' | 'contains-colon') =>
    code === 'empty'
      ? 'Enter the username.'
      : 'A username cannot contain “:”: what follows it would count as the password.',
  tokenEmpty: 'Enter the access token or password.',
  whiteSpace: (lineBreak: boolean) =>
    lineBreak
      ? 'There is a line break before or after it, perhaps from copying. It is sent as it stands.'
      : 'There is white space before or after it, perhaps from copying. It is sent as it stands.',
  removeWhiteSpace: 'Remove it',
  tokenFinding,
};
