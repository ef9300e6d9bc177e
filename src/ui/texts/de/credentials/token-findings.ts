import type { GoogleKeyFileProblem } from '../../../../domain/token/google-key-file.ts';
import type { TokenIssuer, TokenKind } from '../../../../domain/token/token-kinds.ts';
import type { tokenFindings as en } from '../../en/credentials/token-findings.ts';
import { formatDateTime, plural } from '../../format.ts';
import type { Translated } from '../../translated.ts';

/** In the nominative: what it looks like is said as „Vermutlich: …“. */
const kinds: Record<TokenKind, string> = {
  'github-classic': 'klassisches persönliches GitHub-Zugriffstoken',
  'github-fine-grained': 'feingranulares persönliches GitHub-Zugriffstoken',
  'github-oauth': 'GitHub-OAuth-Token',
  'github-app-user': 'Benutzertoken einer GitHub-App',
  'github-app-installation': 'GitHub-Installationstoken (wie GITHUB_TOKEN in Actions)',
  'github-refresh': 'GitHub-Refresh-Token',
  'gitlab-deploy': 'GitLab-Deploy-Token',
  'gitlab-access': 'GitLab-Zugriffstoken',
  'gitlab-ci-job': 'GitLab-CI-Job-Token',
  'gitlab-not-for-login': 'GitLab-Token, das nicht zur Anmeldung dient',
  'bitbucket-access': 'Bitbucket-Zugriffstoken',
  'bitbucket-app-password': 'Bitbucket-App-Passwort',
  'bitbucket-data-center': 'HTTP-Zugriffstoken von Bitbucket Data Center',
  'atlassian-api': 'Atlassian-API-Token',
  'azure-devops-access': 'persönliches Azure-DevOps-Zugriffstoken',
  'docker-personal': 'persönliches Docker-Hub-Zugriffstoken',
  'docker-organisation': 'Docker-Hub-Zugriffstoken einer Organisation',
  'ecr-password': 'Autorisierungstoken von Amazon ECR',
  'ecr-encoded-login': 'ECR-Anmeldung noch in Base64, mit „AWS:“ darin',
  'aws-access-key-id': 'AWS-Access-Key-ID, kein Passwort',
  'google-key-file': 'Schlüsseldatei eines Google-Dienstkontos',
  'google-access': 'Google-Zugriffstoken',
  'google-api-key': 'Google-API-Schlüssel',
  'entra-client-secret': 'Client-Secret von Microsoft Entra',
  'entra-secret-id': 'ID eines Client-Secrets von Microsoft Entra, nicht sein Wert',
  'entra-access': 'Zugriffstoken von Microsoft Entra',
  'acr-token-password': 'Token-Passwort der Azure Container Registry',
  'acr-refresh': 'Refresh-Token der Azure Container Registry',
  'jfrog-access': 'Zugriffs- oder Identity-Token von JFrog',
  'jfrog-api-key': 'JFrog-API-Schlüssel',
  'ibm-iam-access': 'IAM-Zugriffstoken von IBM Cloud',
  'nvidia-api-key': 'NVIDIA-NGC-API-Schlüssel',
  'digitalocean-api': 'DigitalOcean-API-Token',
  'digitalocean-oauth': 'DigitalOcean-OAuth-Token',
  'digitalocean-refresh': 'DigitalOcean-Refresh-Token',
  'npm-access': 'npm-Zugriffstoken',
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
      return 'Die Schlüsseldatei ist leer.';
    case 'not-an-object':
      return 'Keine Schlüsseldatei. Eine Schlüsseldatei ist ein JSON-Objekt mit private_key und client_email.';
    case 'client-secrets-file':
      return 'Das ist eine OAuth-Client-Datei. Stattdessen unter „IAM & Admin, Service accounts“ einen Schlüssel erstellen.';
    case 'not-json':
      return `Keine Schlüsseldatei: kein gültiges JSON ab Zeile ${problem.line}, Spalte ${problem.column}.`;
    case 'wrong-type':
      return 'Das ist eine andere Art von Datei mit Zugangsdaten. Den Schlüssel eines Dienstkontos verwenden.';
    case 'no-private-key':
      return 'Die Schlüsseldatei enthält kein private_key.';
    case 'private-key-not-pem':
      return 'Der private_key in der Datei ist beschädigt. Die Datei so einfügen, wie sie heruntergeladen wurde.';
    case 'no-client-email':
      return 'Die Schlüsseldatei enthält keine client_email.';
    case 'client-email-malformed':
      return 'Die client_email in der Datei ist keine E-Mail-Adresse.';
  }
}

function use(better: TokenKind | undefined): string {
  return better === undefined ? '' : ` Besser geeignet: ${kinds[better]}.`;
}

/** One sentence or two about what a token tells of itself. */
const finding: (typeof en)['finding'] = (found) => {
  switch (found.code) {
    case 'kind-recognised':
      return `Vermutlich: ${kinds[found.kind]}.`;
    case 'no-expiry':
      return 'Das Token hat kein Ablaufdatum.';
    case 'expires-on':
      return `Das Token läuft in ${plural(found.days, { one: 'Tag', other: 'Tagen' })} ab, am ${formatDateTime(new Date(found.expiresAt))}.`;
    case 'expired':
      return `Das Token ist am ${formatDateTime(new Date(found.expiresAt))} abgelaufen. Ein neues erstellen.`;
    case 'expires-in-hours':
      return `Das Token läuft in ${plural(found.hours, { one: 'Stunde', other: 'Stunden' })} ab, am ${formatDateTime(new Date(found.expiresAt))}: zu früh für ein gespeichertes Secret.${use(found.betterKind)}`;
    case 'short-lived':
      return `Ein solches Token läuft nach etwa ${plural(found.hours, { one: 'Stunde', other: 'Stunden' })} ab. AI Core kann sich dann nicht mehr damit anmelden.${use(found.betterKind)}`;
    case 'not-accepted':
      return `Vermutlich: ${kinds[found.kind]}. Dieser Host akzeptiert es nicht.${use(found.betterKind)}`;
    case 'unsure':
      return `Vermutlich: ${kinds[found.kind]}. Die Anmeldung funktioniert, das Laden wird aber möglicherweise verweigert.${use(found.betterKind)}`;
    case 'discouraged':
      return `Vermutlich: ${kinds[found.kind]}. Es kann jederzeit ungültig werden.${use(found.betterKind)}`;
    case 'other-issuer':
      return `Vermutlich: ${kinds[found.kind]}. Dies ist aber kein Host von ${issuers[found.issuer]}.${use(found.betterKind)}`;
    case 'unexpected-form':
      return `Das sieht nicht nach einem Token für diese Registry aus.${use(found.betterKind)}`;
    case 'whole-text':
      return 'Das ist ein ganzer Befehl oder eine Datei, kein Token. Mit „Importieren…“ einlesen.';
    case 'key-file-problem':
      return keyFileProblem(found.problem);
    case 'username-expected':
      return `Der Benutzername zu diesem Token lautet „${found.expected}“.`;
    case 'username-is-email':
      return 'Den Benutzernamen eingeben, nicht die E-Mail-Adresse.';
    case 'robot-prefix-missing':
      return 'Roboterkonten von Harbor beginnen mit robot$, wie in robot$project+name, sofern kein anderes Präfix eingestellt ist. Vielleicht hat eine Shell „$project“ als Variable ersetzt.';
  }
};

export const tokenFindings: Translated<typeof en> = {
  finding,
  useUsername: (username) => `${username} verwenden`,
};
