import { scanBindingRoot, scanKymaMounts, scanVcapServices } from './bindings.ts';
import { buildScan, joinScans, type KeyScan } from './key-scan.ts';
import { scanKeysFolder } from './keys-folder.ts';
import {
  scanSdkConfigFile,
  scanSdkVariables,
  scanServiceKeyVariable,
  type SdkVariables,
} from './sdk-variables.ts';

/** Where service keys may come from; an absent source is not configured. */
export interface ServiceKeySettings {
  keysFolder?: string | undefined;
  serviceKey?: string | undefined;
  sdkVariables?: SdkVariables | undefined;
  vcapServices?: string | undefined;
  bindingRoot?: string | undefined;
  /** `/etc/secrets/sapcp` on Kyma. */
  kymaRoot?: string | undefined;
  /** The folder of SAP's SDKs, `~/.aicore`. */
  sdkFolder?: string | undefined;
}

/** Reads every configured source, and never throws for what it finds there. */
export async function scanServiceKeys(settings: ServiceKeySettings): Promise<KeyScan> {
  const { keysFolder, serviceKey, sdkVariables, vcapServices, bindingRoot, kymaRoot, sdkFolder } = settings;
  const scan = joinScans([
    keysFolder === undefined ? buildScan() : await scanKeysFolder(keysFolder),
    serviceKey === undefined ? buildScan() : scanServiceKeyVariable(serviceKey),
    sdkVariables === undefined ? buildScan() : scanSdkVariables(sdkVariables),
    vcapServices === undefined ? buildScan() : scanVcapServices(vcapServices),
    bindingRoot === undefined ? buildScan() : await scanBindingRoot(bindingRoot),
    kymaRoot === undefined ? buildScan() : await scanKymaMounts(kymaRoot),
  ]);
  // The SDK settings of the user's own programs are only used if the gateway has none of its own.
  if (scan.configured || sdkFolder === undefined) return scan;
  return joinScans([scan, await scanSdkConfigFile(sdkFolder)]);
}
