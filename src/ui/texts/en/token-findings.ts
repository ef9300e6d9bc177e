import type { GoogleKeyFileProblem } from '../../../domain/token/google-key-file.ts';
import type { TokenFinding } from '../../../domain/token/token-findings.ts';
import type { TokenIssuer, TokenKind } from '../../../domain/token/token-kinds.ts';
import { formatDateTime, plural } from '../format.ts';

const kinds: Record<TokenKind, string> = {
  'github-classic': 'a classic personal access token of GitHub',
  'github-fine-grained': 'a fine-grained personal access token of GitHub',
  'github-oauth': 'an OAuth token of GitHub',
  'github-app-user': 'a user token of a GitHub App',
  'github-app-installation': 'an installation token of GitHub (also GITHUB_TOKEN in Actions)',
  'github-refresh': 'a refresh token of GitHub',
  'gitlab-deploy': 'a deploy token of GitLab',
  'gitlab-access': 'an access token of GitLab',
  'gitlab-ci-job': 'a CI job token of GitLab',
  'gitlab-not-for-login': 'a GitLab token that is not made for logging in',
  'bitbucket-access': 'an access token of Bitbucket',
  'bitbucket-app-password': 'an app password of Bitbucket',
  'bitbucket-data-center': 'an HTTP access token of Bitbucket Data Center',
  'atlassian-api': 'an API token of Atlassian',
  'azure-devops-access': 'a personal access token of Azure DevOps',
  'docker-personal': 'a personal access token of Docker Hub',
  'docker-organisation': 'an organization access token of Docker Hub',
  'ecr-password': 'an authorization token of Amazon ECR',
  'ecr-encoded-login': 'an ECR login that still is in base64, with “AWS:” inside',
  'aws-access-key-id': 'the id of an AWS access key, not a password',
  'google-key-file': 'the key file of a Google service account',
  'google-access': 'an access token of Google',
  'google-api-key': 'an API key of Google',
  'entra-client-secret': 'a client secret of Microsoft Entra',
  'entra-secret-id': 'the id of a client secret of Microsoft Entra, not its value',
  'entra-access': 'an access token of Microsoft Entra',
  'acr-token-password': 'the password of an Azure Container Registry token',
  'acr-refresh': 'a refresh token of Azure Container Registry',
  'jfrog-access': 'an access or identity token of JFrog',
  'jfrog-api-key': 'an API key of JFrog',
  'ibm-iam-access': 'an access token of IBM Cloud IAM',
  'nvidia-api-key': 'an API key of NVIDIA NGC',
  'digitalocean-api': 'an API token of DigitalOcean',
  'digitalocean-oauth': 'an OAuth token of DigitalOcean',
  'digitalocean-refresh': 'a refresh token of DigitalOcean',
};

const issuers: Record<TokenIssuer, string> = {
  github: 'GitHub',
  gitlab: 'GitLab',
  bitbucket: 'Bitbucket',
  'azure-devops': 'Azure DevOps',
  'docker-hub': 'Docker Hub',
  aws: 'AWS',
  google: 'Google Cloud',
  azure: 'Azure',
  jfrog: 'JFrog',
  ibm: 'IBM Cloud',
  nvidia: 'NVIDIA',
  digitalocean: 'DigitalOcean',
};

function keyFileProblem(problem: GoogleKeyFileProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'The key file is empty.';
    case 'not-an-object':
      return 'This is no key file: a key file is a JSON object with private_key and client_email.';
    case 'client-secrets-file':
      return 'This is an OAuth client’s file. Create a key under “IAM & Admin, Service accounts” instead.';
    case 'not-json':
      return `This is no key file: it is not JSON from line ${problem.line}, column ${problem.column} on.`;
    case 'wrong-type':
      return 'This is a credential file of another type. A key of a service account is needed.';
    case 'no-private-key':
      return 'The key file has no private_key.';
    case 'private-key-not-pem':
      return 'The private_key in the file is damaged: paste the file as it was downloaded.';
    case 'no-client-email':
      return 'The key file has no client_email.';
    case 'client-email-malformed':
      return 'The client_email in the file is no e-mail address.';
  }
}

function use(better: TokenKind | undefined): string {
  return better === undefined ? '' : ` Use ${kinds[better]} instead.`;
}

/** One sentence or two about what a token tells of itself. */
function finding(found: TokenFinding): string {
  switch (found.code) {
    case 'kind-recognised':
      return `This looks like ${kinds[found.kind]}.`;
    case 'no-expiry':
      return 'The token names no date on which it ends.';
    case 'expires-on':
      return `The token ends on ${formatDateTime(new Date(found.expiresAt))}, in ${plural(found.days, { one: 'day', other: 'days' })}.`;
    case 'expired':
      return `The token ended on ${formatDateTime(new Date(found.expiresAt))}: create a new one.`;
    case 'expires-in-hours':
      return `The token ends in ${plural(found.hours, { one: 'hour', other: 'hours' })}, on ${formatDateTime(new Date(found.expiresAt))}. A stored secret needs one that lives longer.${use(found.betterKind)}`;
    case 'short-lived':
      return `Such a token lives for about ${plural(found.hours, { one: 'hour', other: 'hours' })}; after that, AI Core cannot log in with it any more.${use(found.betterKind)}`;
    case 'not-accepted':
      return `This looks like ${kinds[found.kind]}. It is not accepted here.${use(found.betterKind)}`;
    case 'unsure':
      return `This looks like ${kinds[found.kind]}. It logs in, but pulling with it may be denied.${use(found.betterKind)}`;
    case 'discouraged':
      return `This looks like ${kinds[found.kind]}. It may stop working at any time.${use(found.betterKind)}`;
    case 'other-issuer':
      return `This looks like ${kinds[found.kind]}, and this host does not belong to ${issuers[found.issuer]}.${use(found.betterKind)}`;
    case 'unexpected-form':
      return `This does not look like the token that is expected here.${use(found.betterKind)}`;
    case 'key-file-problem':
      return keyFileProblem(found.problem);
    case 'username-expected':
      return `With this token the username is “${found.expected}”.`;
    case 'robot-prefix-missing':
      return 'A robot account of Harbor is called robot$project+name, unless an administrator chose another beginning. In a command line the shell may have taken “$” and what follows for a variable.';
  }
}

export const tokenFindings = {
  finding,
  useUsername: (username: string) => `Use ${username}`,
};
