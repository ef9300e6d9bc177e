/** The code of a Node or database error, which unlike its message quotes nothing; `unknown` if it has none. */
export function errorCode(error: unknown, unknown = 'unknown error'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' ? unknown : code;
}
