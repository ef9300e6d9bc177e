import type { TestBrowser } from '../../gateway/testing/test-browser.ts';

/** The outcome of a call. */
export interface Outcome {
  readonly ms: number;
  /** 0 if there was no answer at all. */
  readonly status: number;
  readonly isFault: boolean;
  /** What was called, without the text of the answer. */
  readonly call: string;
}

/**
 * How many events for a name and action the audit log must contain, and how many it may: a lost answer proves nothing.
 */
export interface Expected {
  must: number;
  may: number;
}

/** One person at work, with their own session. */
export class Caller {
  readonly #browser: TestBrowser;
  readonly #url: string;
  readonly #tenants: readonly string[];
  readonly #expected: Map<string, Expected>;
  readonly #tell: (outcome: Outcome) => void;
  readonly #id: number;
  #count = 0;

  constructor(options: {
    browser: TestBrowser;
    url: string;
    tenants: readonly string[];
    expected: Map<string, Expected>;
    tell: (outcome: Outcome) => void;
    id: number;
  }) {
    this.#browser = options.browser;
    this.#url = options.url;
    this.#tenants = options.tenants;
    this.#expected = options.expected;
    this.#tell = options.tell;
    this.#id = options.id;
  }

  /** Does one thing after the other until `isOver`, with a pause after each, as people do. */
  async work(isOver: () => boolean, pauseMs: number): Promise<void> {
    while (!isOver()) {
      this.#count += 1;
      await this.#act(this.#count % 20);
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs);
      });
    }
  }

  async #act(turn: number): Promise<void> {
    const tenant = this.#tenants[(this.#id * 7 + this.#count) % this.#tenants.length] ?? '';
    const secrets = `/api/tenants/${tenant}/v2/admin/dockerRegistrySecrets`;
    if (turn < 3) return this.#liveOf(secrets, `soak-${this.#id}-${this.#count}`);
    if (turn === 3) return this.#get('/api/audit?limit=50');
    if (turn === 4) return this.#get('/config.json');
    if (turn === 5) return this.#get('/');
    if (turn < 14) return this.#get(`${secrets}?$top=1000&$count=true`);
    return this.#get(`/api/tenants/${tenant}/v2/admin/resourceQuota/dockerRegistrySecrets`);
  }

  /** Registers, rotates and deletes a secret; sometimes one whose name makes AI Core fail. */
  async #liveOf(secrets: string, name: string): Promise<void> {
    // About 2 % of all calls.
    if (this.#count % 20 === 1 && this.#count % 3 !== 0) {
      const word = ['fail-500', 'reset', 'malformed'][this.#count % 3] ?? 'fail-500';
      await this.#write('POST', secrets, 'create', word, true);
      return;
    }
    await this.#write('POST', secrets, 'create', name, false);
    await this.#write('PATCH', `${secrets}/${name}`, 'change', name, false);
    await this.#write('DELETE', `${secrets}/${name}`, 'delete', name, false);
  }

  #get(path: string): Promise<void> {
    return this.#call(path, {}, false).then(() => undefined);
  }

  async #write(method: string, path: string, action: string, name: string, isFault: boolean): Promise<void> {
    const value = JSON.stringify({ auths: { 'ghcr.io': { username: 'invented', password: 'invented' } } });
    const body = JSON.stringify({ name, data: { '.dockerconfigjson': value } });
    const headers = { origin: this.#url, 'content-type': 'application/json' };
    const init = method === 'DELETE' ? { method, headers: { origin: this.#url } } : { method, headers, body };
    const status = await this.#call(path, init, isFault);
    const key = `${action} ${name}`;
    const known = this.#expected.get(key) ?? { must: 0, may: 0 };
    // A gateway that is stopping accepts no calls, and nginx may have found none.
    const isAnswer = status !== 0 && (isFault || ![502, 503, 504].includes(status));
    this.#expected.set(key, { must: known.must + (isAnswer && status < 502 ? 1 : 0), may: known.may + 1 });
  }

  async #call(path: string, init: RequestInit, isFault: boolean): Promise<number> {
    const began = performance.now();
    let status = 0;
    try {
      const response = await this.#browser.open(`${this.#url}${path}`, init);
      await response.arrayBuffer();
      status = response.status;
    } catch {
      // No answer: the status stays 0.
    }
    this.#tell({ ms: performance.now() - began, status, isFault, call: `${init.method ?? 'GET'} ${path}` });
    return status;
  }
}
