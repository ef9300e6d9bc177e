import {
  Boxes,
  Database,
  FileKey,
  FileCode,
  FolderSync,
  GitBranch,
  KeyRound,
  LayoutGrid,
  ListChecks,
  Plug,
  ScrollText,
  Split,
  Users,
  type LucideIcon,
} from 'lucide-react';

export type SectionText =
  | 'secrets'
  | 'templates'
  | 'repositories'
  | 'applications'
  | 'resourceGroups'
  | 'objectStores'
  | 'genericSecrets'
  | 'onboarding'
  | 'onboardMany'
  | 'overview'
  | 'rollout'
  | 'approvals'
  | 'audit'
  | 'connections';

/** A part of the console that the navigation links to. `segment` is its part of the address. */
interface Section<To extends string> {
  readonly to: To;
  readonly segment: string;
  /** The key of its name in the texts. */
  readonly text: SectionText;
  readonly Icon: LucideIcon;
}

function section<To extends string>(to: To, text: SectionText, Icon: LucideIcon): Section<To> {
  return { to, segment: to.slice(to.lastIndexOf('/') + 1), text, Icon };
}

export const tenantSections = [
  section('/$tenant/docker-registry-secrets', 'secrets', KeyRound),
  section('/$tenant/templates', 'templates', FileCode),
  section('/$tenant/git-repositories', 'repositories', GitBranch),
  section('/$tenant/applications', 'applications', FolderSync),
  section('/$tenant/resource-groups', 'resourceGroups', Boxes),
  section('/$tenant/object-store-secrets', 'objectStores', Database),
  section('/$tenant/generic-secrets', 'genericSecrets', FileKey),
  section('/$tenant/onboarding', 'onboarding', ListChecks),
];

export const allTenantsSections = [
  section('/overview', 'overview', LayoutGrid),
  section('/rollout', 'rollout', Split),
  section('/onboarding', 'onboardMany', ListChecks),
  section('/approvals', 'approvals', Users),
  section('/audit', 'audit', ScrollText),
];

export const consoleSections = [section('/connections', 'connections', Plug)];
