/** What is checked: a registry with its images, or a Git repository. */
export type CheckKind = 'registry' | 'repository';

/** The result of a request to a registry or a Git host. */
export type CheckVerdict =
  | 'unreachable'
  | 'other-service'
  | 'rejected'
  | 'accepted'
  | 'usable'
  | 'not-usable'
  | 'unsure';

/** The reason for the verdict. */
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
  /* A login, and what it gives access to. */
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
  /* Cannot be determined. */
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

/** Where a check can end, in order: Reach, Registry or Repository, Login, Image or Read. */
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

/** The outcome for one image; its name does not include the host. */
export interface TargetOutcome extends CheckOutcome {
  readonly name: string;
}

/** The result for one subject: of the login, and of each image or the revision that was checked with it. */
export interface CheckResult {
  readonly login: CheckOutcome;
  readonly targets: readonly TargetOutcome[];
  /**
   * The path within the repository that was asked for, which could not be checked: Git's protocol does not expose
   * paths.
   */
  readonly untoldPath?: string | undefined;
  /** The connection went through a proxy server, whose own rules decided what may be reached. */
  readonly byProxy?: boolean | undefined;
}

/** How one step of a check ended. */
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
 * The outcome that represents the whole: the login's, or with images the worst of all. `accepted` ranks above `usable`
 * only here: without an image it proves little.
 */
export function decisiveOutcome({ login, targets }: CheckResult): CheckOutcome | TargetOutcome {
  const rank = ({ verdict }: CheckOutcome) => worstFirst.indexOf(verdict);
  // A public image works without the login, so an unproven login does not count then.
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

/** The time for the whole subject: login and images. */
export function totalMs({ login, targets }: CheckResult): number {
  return targets.reduce((sum, { ms }) => sum + ms, login.ms);
}

/** Whether the check found that this would not work; an unsure outcome is not a failure. */
export function isFailure({ verdict }: CheckOutcome): boolean {
  return stateOf(verdict) === 'failed';
}
