/** The simulator's reserved names that make a write fail, and what the console says: never the same twice running. */
export const toldFailures = [
  { name: 'fail-401', says: 'did not accept the credentials of this connection' },
  { name: 'fail-403', says: 'may not do that' },
  { name: 'jwt-issuer', says: 'does not know who issued this token' },
  { name: 'fail-429', says: 'Try again in 2 seconds.' },
  { name: 'fail-500', says: 'AI Core failed to do it (500)' },
  { name: 'reset', says: 'The answer of AI Core was lost or not usable' },
  { name: 'quota', says: 'quota is used up' },
];
