/** The code of an error of Node or of a database, which unlike its message quotes nothing; `unknown` where it has none. */
export function errorCode(error: unknown, unknown = 'unknown error'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' ? unknown : code;
}
