import { z } from 'zod/mini';
import { ApiError } from '../domain/api-problem.ts';
import { readAnswer } from './http.ts';
import type { Quota } from '../domain/connection/quota.ts';

const secretsSchema = z.object({
  names: z.array(z.string()),
  quota: z.optional(z.object({ used: z.number(), max: z.optional(z.number()) })),
});
const lineSchema = z.object({
  tenant: z.string(),
  secrets: z.optional(secretsSchema),
  ageMs: z.optional(z.number()),
  renewing: z.optional(z.boolean()),
  problem: z.optional(
    z.object({ status: z.number(), retryAfter: z.optional(z.string()), body: z.unknown() }),
  ),
});
type Line = z.infer<typeof lineSchema>;

/** What the gateway says about one tenant. */
export interface StreamedSecrets {
  readonly names: readonly string[];
  readonly quota: Quota | undefined;
}

/** Receives what the gateway knew of a tenant before, and how old that is, while the tenant is asked. */
type OnKept = (kept: StreamedSecrets, ageMs: number) => void;

interface Waiting {
  readonly wake: () => void;
  readonly onKept: OnKept;
}

/** Longer than the gateway waits for one call of a tenant: silence for that long means the connection is lost. */
const maxSilenceMs = 90_000;

/** One reading of all tenants, shared by everybody who asks for a tenant's answer. */
class Reading {
  readonly #lines = new Map<string, Line>();
  /** Lines that will be followed by another one for the same tenant. */
  readonly #kept = new Map<string, Line>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #taken = new Set<string>();
  readonly #abort = new AbortController();
  #silence: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  #failure: unknown;

  constructor() {
    void this.#read().then(
      () => this.#end(undefined),
      (error: unknown) => this.#end(error),
    );
  }

  /** Whether nothing more can arrive for that tenant. */
  isSpent(tenant: string): boolean {
    return this.#taken.has(tenant) || (this.#ended && !this.#lines.has(tenant));
  }

  /** The last line for a tenant; undefined if the gateway does not have the tenant. */
  async take(tenant: string, signal: AbortSignal, onKept: OnKept): Promise<Line | undefined> {
    this.#taken.add(tenant);
    if (!this.#lines.has(tenant) && !this.#ended) {
      tellKept(this.#kept.get(tenant), onKept);
      await new Promise<void>((resolve) => {
        this.#waiting.set(tenant, { wake: resolve, onKept });
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    if (signal.aborted) this.#abort.abort();
    signal.throwIfAborted();
    const line = this.#lines.get(tenant);
    if (line === undefined && this.#failure !== undefined) throw this.#failure;
    return line;
  }

  #hear(): void {
    clearTimeout(this.#silence);
    const tooLong = new DOMException('', 'TimeoutError');
    this.#silence = setTimeout(() => this.#abort.abort(tooLong), maxSilenceMs);
  }

  async #read(): Promise<void> {
    this.#hear();
    // A script could not show a sign-in page anyway.
    const options = { cache: 'no-store', redirect: 'manual', signal: this.#abort.signal } as const;
    const response = await fetch('/api/overview', options);
    const isStream = response.headers.get('content-type')?.startsWith('application/x-ndjson') === true;
    // The proxy is not our gateway: tenants are asked one by one.
    if (!response.ok || !isStream || !response.body) return;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.#hear();
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#note(line);
    }
  }

  #note(text: string): void {
    const line = lineSchema.safeParse(JSON.parse(text));
    if (!line.success) return;
    const { tenant, renewing } = line.data;
    const waiting = this.#waiting.get(tenant);
    if (renewing === true) {
      this.#kept.set(tenant, line.data);
      if (waiting) tellKept(line.data, waiting.onKept);
      return;
    }
    this.#lines.set(tenant, line.data);
    waiting?.wake();
  }

  #end(failure: unknown): void {
    clearTimeout(this.#silence);
    this.#ended = true;
    const kind = failure instanceof DOMException && failure.name === 'TimeoutError' ? 'timeout' : 'network';
    this.#failure = failure === undefined ? undefined : new ApiError({ kind, message: '' });
    for (const { wake } of this.#waiting.values()) wake();
  }
}

function tellKept(line: Line | undefined, onKept: OnKept): void {
  if (line?.secrets !== undefined) onKept(toSecrets(line.secrets), line.ageMs ?? 0);
}

function toSecrets({ names, quota }: z.infer<typeof secretsSchema>): StreamedSecrets {
  return { names, quota: quota && { used: quota.used, max: quota.max } };
}

let reading: Reading | undefined;

/**
 * What the gateway says about a tenant, in one call for all tenants that are asked for together; undefined if there is
 * no such gateway. Rejects with the `ApiError` of that tenant.
 */
export async function readStreamed(
  tenant: string,
  signal: AbortSignal,
  onKept: OnKept = () => undefined,
): Promise<StreamedSecrets | undefined> {
  if (reading === undefined || reading.isSpent(tenant)) reading = new Reading();
  const line = await reading.take(tenant, signal, onKept);
  if (line?.problem !== undefined) {
    const { status, body, retryAfter } = line.problem;
    const headers = { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' };
    const answer = new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: retryAfter === undefined ? headers : { ...headers, 'retry-after': retryAfter },
    });
    await readAnswer(answer, z.unknown());
  }
  return line?.secrets && toSecrets(line.secrets);
}
