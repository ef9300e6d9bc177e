import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnalysisRequest, TemplateAnalysis } from './analyse-template.ts';
import { type AnalysisState, maxAnalysisMs, startAnalyser } from './analyser.ts';

/** A worker that answers when the test says so. */
class FakeWorker extends EventTarget {
  readonly asked: AnalysisRequest[] = [];
  terminated = false;
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  postMessage(request: AnalysisRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(text: string): void {
    const data: TemplateAnalysis = {
      text,
      lineCount: 1,
      documents: [],
      problem: undefined,
      hints: [],
      diff: [],
      images: [],
      pullSecrets: [],
    };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const requestOf = (text: string): AnalysisRequest => ({
  text,
  edition: 1,
  secretNames: [],
  replace: [],
  ofTenant: undefined,
  known: new Map(),
});

function start(): {
  workers: FakeWorker[];
  states: AnalysisState[];
  ask: (text: string) => void;
  stop: () => void;
} {
  const workers: FakeWorker[] = [];
  const states: AnalysisState[] = [];
  const { ask, stop } = startAnalyser(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    (state) => states.push(state),
  );
  return { workers, states, ask: (text) => ask(requestOf(text)), stop };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('startAnalyser', () => {
  test('asks one worker, again and again', () => {
    const { workers, states, ask } = start();
    ask('a');
    workers[0]?.answer('A');
    ask('b');
    workers[0]?.answer('B');
    expect(workers).toHaveLength(1);
    expect(states.map(({ analysis, request }) => [request?.text, analysis?.text])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ]);
  });

  test('while it is busy, only the newest request waits, and nothing older is shown', () => {
    const { workers, states, ask } = start();
    for (const text of ['a', 'b', 'c']) ask(text);
    workers[0]?.answer('A');
    workers[0]?.answer('C');
    expect(workers[0]?.asked.map(({ text }) => text)).toEqual(['a', 'c']);
    expect(states.map(({ analysis }) => analysis?.text)).toEqual(['C']);
  });

  test('ends a worker that takes too long, says so, and begins anew', () => {
    const { workers, states, ask } = start();
    ask('a');
    vi.advanceTimersByTime(maxAnalysisMs - 1);
    expect(workers[0]?.terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(workers[0]?.terminated).toBe(true);
    expect(states).toMatchObject([{ failure: 'too-slow', request: { text: 'a' } }]);
    ask('b');
    workers[1]?.answer('B');
    expect(states.at(-1)).toMatchObject({ failure: undefined, analysis: { text: 'B' } });
  });

  test('another text does not wait for one that takes long', () => {
    const { workers, states, ask } = start();
    ask('a');
    vi.advanceTimersByTime(5000);
    ask('b');
    vi.advanceTimersByTime(0);
    expect(workers[0]?.terminated).toBe(true);
    expect(workers[1]?.asked.map(({ text }) => text)).toEqual(['b']);
    workers[1]?.answer('B');
    expect(states.map(({ analysis, failure }) => [analysis?.text, failure])).toEqual([['B', undefined]]);
  });

  test('a worker that crashes is told, and replaced', () => {
    const { workers, states, ask } = start();
    ask('a');
    workers[0]?.dispatchEvent(new Event('error'));
    expect(states).toMatchObject([{ failure: 'crashed' }]);
    ask('b');
    expect(workers).toHaveLength(2);
  });

  test('stops with its worker and its timer', () => {
    const { workers, states, ask, stop } = start();
    ask('a');
    stop();
    vi.advanceTimersByTime(maxAnalysisMs);
    expect(workers[0]?.terminated).toBe(true);
    expect(states).toEqual([]);
  });
});
