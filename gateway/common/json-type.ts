/** Whether a Content-Type header names JSON or a type based on it, such as merge-patch+json. */
export function isJsonType(contentType: string | undefined): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType ?? '');
}
