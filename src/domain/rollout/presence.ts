import type { Existing, Proof } from './rollout-kind.ts';

/** What a tenant has of an object that consists of its name only; undefined if the answer was not understood. */
export function presence(found: readonly unknown[] | undefined): Existing | undefined {
  return found && { state: found.length > 0 ? 'present' : 'absent' };
}

/** The proof of an object without a status: AI Core only says whether it exists. */
export function presenceProof(found: readonly unknown[] | undefined): Proof | undefined {
  return found && { state: found.length > 0 ? 'settled' : 'absent', says: '' };
}
