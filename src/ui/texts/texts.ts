import { use } from 'react';

/**
 * The text catalogue: one folder per language, one file per section, so that a page loads only its own
 * sentences. Another language is another folder with the same sections, checked against `Catalogue`.
 */
const en = {
  common: () => import('./en/common.ts').then((m) => m.common),
  secrets: () => import('./en/secrets.ts').then((m) => m.secrets),
  connections: () => import('./en/connections.ts').then((m) => m.connections),
  secretForm: () => import('./en/secret-form.ts').then((m) => m.secretForm),
  deleteSecrets: () => import('./en/delete-secrets.ts').then((m) => m.deleteSecrets),
  importTexts: () => import('./en/import.ts').then((m) => m.importTexts),
  exportTexts: () => import('./en/export.ts').then((m) => m.exportTexts),
  tokenFindings: () => import('./en/token-findings.ts').then((m) => m.tokenFindings),
  imageCoverage: () => import('./en/image-coverage.ts').then((m) => m.imageCoverage),
  templates: () => import('./en/templates.ts').then((m) => m.templates),
  overview: () => import('./en/overview.ts').then((m) => m.overview),
  rollout: () => import('./en/rollout.ts').then((m) => m.rollout),
  credentials: () => import('./en/credentials.ts').then((m) => m.credentials),
  repositories: () => import('./en/repositories.ts').then((m) => m.repositories),
  repositoryForm: () => import('./en/repository-form.ts').then((m) => m.repositoryForm),
  onboarding: () => import('./en/onboarding.ts').then((m) => m.onboarding),
};

export type Catalogue = { [S in keyof typeof en]: Awaited<ReturnType<(typeof en)[S]>> };
export type Section = keyof Catalogue;

const sections: { [S in Section]: () => Promise<Catalogue[S]> } = en;
const loading: { [S in Section]?: Promise<Catalogue[S]> } = {};
const loaded: { [S in Section]?: Catalogue[S] } = {};

export function loadTexts<S extends Section>(section: S): Promise<Catalogue[S]> {
  const known: Promise<Catalogue[S]> | undefined = loading[section];
  if (known) return known;
  const promise = sections[section]().then((texts) => {
    Object.assign(loaded, { [section]: texts });
    return texts;
  });
  Object.assign(loading, { [section]: promise });
  return promise;
}

/** The texts of a section. Routes load their sections with their code, so this suspends only in between. */
export function useTexts<S extends Section>(section: S): Catalogue[S] {
  const texts: Catalogue[S] | undefined = loaded[section];
  return texts ?? use(loadTexts(section));
}
