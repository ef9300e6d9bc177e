const factor = 8;
const provenMs = 25;

/** More than linear work has of {@link growthOf}, and less than quadratic work. */
export const aboveLinear = 20;

/**
 * How many times as long `work` takes with eight times the text: about eight, or sixty-four if a step looks back at all
 * that was read. The processor's time, the best of two runs, and a floor below which nothing is proven, keep a busy
 * machine from deciding.
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
