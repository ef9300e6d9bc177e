import type { Existing, Proof } from './rollout-kind.ts';

/** What a tenant has of an object of which its name is all; undefined where the answer was not understood. */
export function presence(found: readonly unknown[] | undefined): Existing | undefined {
  return found && { state: found.length > 0 ? 'present' : 'absent' };
}

/** Of an object that has no status: AI Core tells no more than that it has it. */
export function presenceProof(found: readonly unknown[] | undefined): Proof | undefined {
  return found && { state: found.length > 0 ? 'settled' : 'absent', says: '' };
}
