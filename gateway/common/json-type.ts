/** Whether a Content-Type header names JSON or one of its kin, such as merge-patch+json. */
export function isJsonType(contentType: string | undefined): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '');
}
