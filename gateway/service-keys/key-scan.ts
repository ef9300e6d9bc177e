import type { ServiceKeyResult } from './service-key.ts';

/** One place that was searched for a service key, and what was found there. */
export interface KeyReading {
  /** For the operator, for example `acme.json`; unique within a scan. */
  source: string;
  /** The setting by which it was found, for example `AICORE_SERVICE_KEYS_DIR`. */
  setting: string;
  /** Set if the place itself names the tenant. */
  tenantId?: string;
  result: ServiceKeyResult;
}

/** Something that cannot be used, as a sentence for the operator that contains no value of a key. */
export interface KeyProblem {
  source: string;
  message: string;
}

/** What one source or all sources hold at one moment, in their order of precedence. */
export interface KeyScan {
  /** False if no source for AI Core is configured at all: then the demo starts. */
  configured: boolean;
  readings: KeyReading[];
  /** Settings that could not be read at all; their `source` is the setting's name. */
  problems: KeyProblem[];
  /** Folders to watch: a change in them requires another scan. */
  folders: string[];
}

/** A scan that found only `found`. */
export function buildScan(found: Partial<KeyScan> = {}): KeyScan {
  return { configured: false, readings: [], problems: [], folders: [], ...found };
}

/** Merges scans, in their order. */
export function joinScans(scans: readonly KeyScan[]): KeyScan {
  return {
    configured: scans.some(({ configured }) => configured),
    readings: scans.flatMap(({ readings }) => readings),
    problems: scans.flatMap(({ problems }) => problems),
    folders: scans.flatMap(({ folders }) => folders),
  };
}

/** The scan for a folder or variable that cannot be read at all: what came from it before stays in use. */
export function buildFailedScan(setting: string, message: string): KeyScan {
  return buildScan({ configured: true, problems: [{ source: setting, message }] });
}
