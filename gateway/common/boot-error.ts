/** A reason not to start. Its message is one sentence for the operator and never contains a credential. */
export class BootError extends Error {
  override readonly name = 'BootError';
}
