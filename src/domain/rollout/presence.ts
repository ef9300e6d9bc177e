import type { Existing, Proof } from './rollout-kind.ts';

/** What a tenant has of an object of which its name is all; undefined stays so: it was not understood. */
export function presence(isThere: boolean | undefined): Existing | undefined {
  return isThere === undefined ? undefined : { state: isThere ? 'present' : 'absent' };
}

/** Of an object that has no status: AI Core tells no more than that it has it. */
export function presenceProof(isThere: boolean | undefined): Proof | undefined {
  return isThere === undefined ? undefined : { state: isThere ? 'settled' : 'absent', says: '' };
}
