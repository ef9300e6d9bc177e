/** Made when it is first used: the browser reads a language’s rules for each format, which the first page does without. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
