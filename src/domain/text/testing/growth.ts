const factor = 8;
const provenMs = 25;

/** Above the result of {@link growthOf} for linear work, and below that for quadratic work. */
export const aboveLinear = 20;

/**
 * How many times longer `work` takes for eight times the text: about 8, or 64 if a step looks back at everything read.
 * It measures processor time, takes the better of two runs, and applies a minimum duration, so that a busy machine does
 * not affect the result.
 */
export async function growthOf(
  work: (text: string) => unknown,
  build: (size: number) => string,
  small: number,
): Promise<number> {
  const before = Math.min(await timeOf(work, build(small)), await timeOf(work, build(small)));
  const after = await timeOf(work, build(small * factor));
  return after / Math.max(provenMs, before);
}

async function timeOf(work: (text: string) => unknown, text: string): Promise<number> {
  const start = process.cpuUsage();
  await work(text);
  return process.cpuUsage(start).user / 1000;
}
