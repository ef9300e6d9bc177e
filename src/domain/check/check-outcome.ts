/** What is checked: a registry with its images, or a Git repository. */
export type CheckKind = 'registry' | 'repository';

/** How a question to a registry or a Git host was answered. */
export type CheckVerdict =
  | 'unreachable'
  | 'other-service'
  | 'rejected'
  | 'accepted'
  | 'usable'
  | 'not-usable'
  | 'unsure';

/** The one reason that decided it. */
export type CheckReason =
  /* Not reachable. */
  | 'no-name'
  | 'address-refused'
  | 'connection-refused'
  | 'no-answer'
  | 'timeout'
  | 'no-tls'
  | 'certificate-expired'
  | 'certificate-name'
  | 'certificate-unknown'
  | 'proxy-refused'
  /* Another service. */
  | 'redirected'
  | 'web-page'
  | 'other-answer'
  /* A login, and what can be had with it. */
  | 'rejected'
  | 'accepted'
  | 'pullable'
  | 'public'
  | 'platform-unknown'
  | 'readable'
  | 'no-access'
  | 'no-image'
  | 'no-tag'
  | 'not-found'
  | 'no-platform'
  | 'no-revision'
  /* It cannot be told. */
  | 'anonymous'
  | 'app-token'
  | 'rate-limited'
  | 'server-error'
  | 'blocked'
  | 'foreign-login'
  | 'other-login'
  | 'login-unreachable'
  | 'no-token'
  | 'interrupted'
  | 'unexpected'
  | 'too-large'
  | 'commit-unknown';

/** The places at which a check can end, in their order: Reach, Registry or Repository, Login, Image or Read. */
const checkSteps = ['reach', 'service', 'login', 'target'] as const;
export type CheckStep = (typeof checkSteps)[number];

export interface CheckOutcome {
  readonly verdict: CheckVerdict;
  readonly reason: CheckReason;
  readonly step: CheckStep;
  readonly ms: number;
  readonly status?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly loginHost?: string | undefined;
  readonly platforms?: readonly string[] | undefined;
}

/** The outcome for one image, by its name behind the host. */
export interface TargetOutcome extends CheckOutcome {
  readonly name: string;
}

/** What came of one subject: of its login, and of each image, or the revision, that was asked for with it. */
export interface CheckResult {
  readonly login: CheckOutcome;
  readonly targets: readonly TargetOutcome[];
  /** A path within the repository that was asked for: Git's protocol tells of none. */
  readonly untoldPath?: string | undefined;
  /** A proxy server connected, and its rules for what may be reached held. */
  readonly byProxy?: boolean | undefined;
}

/** How a step of the trace ended. */
export type StepState = 'passed' | 'failed' | 'unsure' | 'open';

const worstFirst: readonly CheckVerdict[] = [
  'unreachable',
  'other-service',
  'rejected',
  'not-usable',
  'unsure',
  'usable',
  'accepted',
];

/**
 * The outcome that stands for the whole: that of the login, unless images were asked for; then the worst of theirs.
 * `accepted` is better than an image that can be pulled only in this order: without an image it proves little.
 */
export function decisiveOutcome({ login, targets }: CheckResult): CheckOutcome | TargetOutcome {
  const rank = ({ verdict }: CheckOutcome) => worstFirst.indexOf(verdict);
  // An image that everybody may pull proves no login, and works all the same.
  const ofLogin = login.reason === 'anonymous' && targets.length > 0 ? [] : [login];
  const [worst = login] = [...targets, ...ofLogin].toSorted((a, b) => rank(a) - rank(b));
  return worst;
}

/** How far a check got, step by step. */
export function traceOf(outcome: CheckOutcome): { readonly step: CheckStep; readonly state: StepState }[] {
  const end = checkSteps.indexOf(outcome.step);
  return checkSteps.map((step, at) => {
    if (at !== end) return { step, state: at < end ? 'passed' : 'open' };
    return { step, state: stateOf(outcome.verdict) };
  });
}

function stateOf(verdict: CheckVerdict): StepState {
  if (verdict === 'unsure') return 'unsure';
  return verdict === 'accepted' || verdict === 'usable' ? 'passed' : 'failed';
}

/** Milliseconds for the whole subject: login and images. */
export function totalMs({ login, targets }: CheckResult): number {
  return targets.reduce((sum, { ms }) => sum + ms, login.ms);
}

/** Whether it was found that saving this would not work: not what could not be told. */
export function isFailure({ verdict }: CheckOutcome): boolean {
  return stateOf(verdict) === 'failed';
}
