import type { ServiceKeyResult } from './service-key.ts';

/** One place where a service key was looked for, and what was found there. */
export interface KeyReading {
  /** In words for the operator, for example `acme.json`; no two readings of a scan have the same. */
  source: string;
  /** The setting by which it was found, for example `AICORE_SERVICE_KEYS_DIR`. */
  setting: string;
  /** Where the place itself names the tenant. */
  tenantId?: string;
  result: ServiceKeyResult;
}

/** Something that cannot be used, in a sentence for the operator that holds no value of a key. */
export interface KeyProblem {
  source: string;
  message: string;
}

/** What all sources, or one of them, hold at one moment, in their order of precedence. */
export interface KeyScan {
  /** False when AI Core is named nowhere: that is when the demo starts. */
  configured: boolean;
  readings: KeyReading[];
  /** Settings that could not be read at all; their `source` is the setting's name. */
  problems: KeyProblem[];
  /** Folders whose changes ask for another scan. */
  folders: string[];
}

/** A scan that found nothing, but for `found`. */
export function buildScan(found: Partial<KeyScan> = {}): KeyScan {
  return { configured: false, readings: [], problems: [], folders: [], ...found };
}

/** All of `scans` as one, in their order. */
export function joinScans(scans: readonly KeyScan[]): KeyScan {
  return {
    configured: scans.some(({ configured }) => configured),
    readings: scans.flatMap(({ readings }) => readings),
    problems: scans.flatMap(({ problems }) => problems),
    folders: scans.flatMap(({ folders }) => folders),
  };
}

/** That a folder or variable cannot be read at all: whatever came from it before stays in use. */
export function buildFailedScan(setting: string, message: string): KeyScan {
  return buildScan({ configured: true, problems: [{ source: setting, message }] });
}
