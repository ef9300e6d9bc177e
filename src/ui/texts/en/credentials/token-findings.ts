import type { GoogleKeyFileProblem } from '../../../../domain/token/google-key-file.ts';
import type { TokenFinding } from '../../../../domain/token/token-findings.ts';
import type { TokenIssuer, TokenKind } from '../../../../domain/token/token-kinds.ts';
import { formatDateTime, plural } from '../../format.ts';

const kinds: Record<TokenKind, string> = {
  'github-classic': 'a classic GitHub personal access token',
  'github-fine-grained': 'a fine-grained GitHub personal access token',
  'github-oauth': 'a GitHub OAuth token',
  'github-app-user': 'a GitHub App user token',
  'github-app-installation': 'a GitHub installation token (such as GITHUB_TOKEN in Actions)',
  'github-refresh': 'a GitHub refresh token',
  'gitlab-deploy': 'a GitLab deploy token',
  'gitlab-access': 'a GitLab access token',
  'gitlab-ci-job': 'a GitLab CI job token',
  'gitlab-not-for-login': 'a GitLab token that cannot be used to log in',
  'bitbucket-access': 'a Bitbucket access token',
  'bitbucket-app-password': 'a Bitbucket app password',
  'bitbucket-data-center': 'a Bitbucket Data Center HTTP access token',
  'atlassian-api': 'an Atlassian API token',
  'azure-devops-access': 'an Azure DevOps personal access token',
  'docker-personal': 'a Docker Hub personal access token',
  'docker-organisation': 'a Docker Hub organization access token',
  'ecr-password': 'an Amazon ECR authorization token',
  'ecr-encoded-login': 'an ECR login still in base64, with “AWS:” inside',
  'aws-access-key-id': 'an AWS access key ID, not a password',
  'google-key-file': 'a Google service account key file',
  'google-access': 'a Google access token',
  'google-api-key': 'a Google API key',
  'entra-client-secret': 'a Microsoft Entra client secret',
  'entra-secret-id': 'the ID of a Microsoft Entra client secret, not its value',
  'entra-access': 'a Microsoft Entra access token',
  'acr-token-password': 'an Azure Container Registry token password',
  'acr-refresh': 'an Azure Container Registry refresh token',
  'jfrog-access': 'a JFrog access or identity token',
  'jfrog-api-key': 'a JFrog API key',
  'ibm-iam-access': 'an IBM Cloud IAM access token',
  'nvidia-api-key': 'an NVIDIA NGC API key',
  'digitalocean-api': 'a DigitalOcean API token',
  'digitalocean-oauth': 'a DigitalOcean OAuth token',
  'digitalocean-refresh': 'a DigitalOcean refresh token',
  'npm-access': 'an npm access token',
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
  npm: 'npm',
};

function keyFileProblem(problem: GoogleKeyFileProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'The key file is empty.';
    case 'not-an-object':
      return 'Not a key file. A key file is a JSON object with private_key and client_email.';
    case 'client-secrets-file':
      return 'This is an OAuth client file. Create a key under “IAM & Admin, Service accounts” instead.';
    case 'not-json':
      return `Not a key file: not valid JSON from line ${problem.line}, column ${problem.column}.`;
    case 'wrong-type':
      return 'This is another type of credential file. Use a service account key.';
    case 'no-private-key':
      return 'The key file has no private_key.';
    case 'private-key-not-pem':
      return 'The private_key in the file is damaged. Paste the file as downloaded.';
    case 'no-client-email':
      return 'The key file has no client_email.';
    case 'client-email-malformed':
      return 'The client_email in the file is not an email address.';
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
      return 'The token has no expiry date.';
    case 'expires-on':
      return `The token expires in ${plural(found.days, { one: 'day', other: 'days' })}, on ${formatDateTime(new Date(found.expiresAt))}.`;
    case 'expired':
      return `The token expired on ${formatDateTime(new Date(found.expiresAt))}. Create a new one.`;
    case 'expires-in-hours':
      return `The token expires in ${plural(found.hours, { one: 'hour', other: 'hours' })}, on ${formatDateTime(new Date(found.expiresAt))}: too soon for a stored secret.${use(found.betterKind)}`;
    case 'short-lived':
      return `Tokens like this expire after about ${plural(found.hours, { one: 'hour', other: 'hours' })}. AI Core can no longer log in after that.${use(found.betterKind)}`;
    case 'not-accepted':
      return `This looks like ${kinds[found.kind]}. This host does not accept it.${use(found.betterKind)}`;
    case 'unsure':
      return `This looks like ${kinds[found.kind]}. Login works, but pulls may be denied.${use(found.betterKind)}`;
    case 'discouraged':
      return `This looks like ${kinds[found.kind]}. It may stop working at any time.${use(found.betterKind)}`;
    case 'other-issuer':
      return `This looks like ${kinds[found.kind]}, but this host does not belong to ${issuers[found.issuer]}.${use(found.betterKind)}`;
    case 'unexpected-form':
      return `This does not look like a token for this registry.${use(found.betterKind)}`;
    case 'whole-text':
      return 'This is a whole command or file, not a token. Read it with “Import…”.';
    case 'key-file-problem':
      return keyFileProblem(found.problem);
    case 'username-expected':
      return `The username for this token is “${found.expected}”.`;
    case 'username-is-email':
      return 'Enter the username, not the email address.';
    case 'robot-prefix-missing':
      return 'Harbor robot accounts start with robot$, as in robot$project+name, unless an administrator chose another prefix. A shell may have replaced “$project” as a variable.';
  }
}

export const tokenFindings = {
  finding,
  useUsername: (username: string) => `Use ${username}`,
};
