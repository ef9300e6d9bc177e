import { z } from 'zod/mini';
import { ApiError } from '../domain/api-problem.ts';
import { readAnswer } from './http.ts';
import type { Quota } from './resource-quota.ts';

const secretsSchema = z.object({
  names: z.array(z.string()),
  quota: z.optional(z.object({ used: z.number(), max: z.optional(z.number()) })),
});
const lineSchema = z.object({
  tenant: z.string(),
  secrets: z.optional(secretsSchema),
  renewing: z.optional(z.boolean()),
  problem: z.optional(
    z.object({ status: z.number(), retryAfter: z.optional(z.string()), body: z.unknown() }),
  ),
});
type Line = z.infer<typeof lineSchema>;

/** What the gateway says of one tenant. */
export interface StreamedSecrets {
  readonly names: readonly string[];
  readonly quota: Quota | undefined;
}

/** One reading of all tenants: each tenant's answer is there once for whoever asks for it. */
class Reading {
  readonly #lines = new Map<string, Line>();
  readonly #waiting = new Map<string, () => void>();
  readonly #taken = new Set<string>();
  readonly #abort = new AbortController();
  #ended = false;
  #failure: unknown;

  constructor() {
    void this.#read().then(
      () => this.#end(undefined),
      (error: unknown) => this.#end(error),
    );
  }

  /** Whether it can say nothing more of that tenant. */
  isSpent(tenant: string): boolean {
    return this.#taken.has(tenant) || (this.#ended && !this.#lines.has(tenant));
  }

  /** The last line of a tenant; undefined where the gateway has none. */
  async take(tenant: string, signal: AbortSignal): Promise<Line | undefined> {
    this.#taken.add(tenant);
    if (!this.#lines.has(tenant) && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#waiting.set(tenant, resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
    if (signal.aborted) this.#abort.abort();
    signal.throwIfAborted();
    const line = this.#lines.get(tenant);
    if (line === undefined && this.#failure !== undefined) throw this.#failure;
    return line;
  }

  async #read(): Promise<void> {
    const response = await fetch('/api/overview', { cache: 'no-store', signal: this.#abort.signal });
    const isStream = response.headers.get('content-type')?.startsWith('application/x-ndjson') === true;
    // A proxy that is no gateway of ours: it is asked tenant by tenant.
    if (!response.ok || !isStream || !response.body) return;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#note(line);
    }
  }

  #note(text: string): void {
    const line = lineSchema.safeParse(JSON.parse(text));
    // What is being renewed comes again in a moment.
    if (!line.success || line.data.renewing === true) return;
    this.#lines.set(line.data.tenant, line.data);
    this.#waiting.get(line.data.tenant)?.();
  }

  #end(failure: unknown): void {
    this.#ended = true;
    this.#failure = failure === undefined ? undefined : new ApiError({ kind: 'network', message: '' });
    for (const wake of this.#waiting.values()) wake();
  }
}

let reading: Reading | undefined;

/**
 * What the gateway says of a tenant, in one call for all tenants that are asked for together; undefined where there is
 * no such gateway. Rejects with the `ApiError` of that tenant.
 */
export async function readStreamed(
  tenant: string,
  signal: AbortSignal,
): Promise<StreamedSecrets | undefined> {
  if (reading === undefined || reading.isSpent(tenant)) reading = new Reading();
  const line = await reading.take(tenant, signal);
  if (line?.problem !== undefined) {
    const { status, body, retryAfter } = line.problem;
    const headers = { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' };
    const answer = new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: retryAfter === undefined ? headers : { ...headers, 'retry-after': retryAfter },
    });
    await readAnswer(answer, z.unknown());
  }
  if (line?.secrets === undefined) return undefined;
  const { names, quota } = line.secrets;
  return { names, quota: quota && { used: quota.used, max: quota.max } };
}
