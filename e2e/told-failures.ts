/** The simulator's reserved names that make a write fail, and the console's message; neighbours differ. */
export const toldFailures = [
  { name: 'fail-401', says: 'rejected the credentials of this connection' },
  { name: 'fail-403', says: 'lacks the permission' },
  { name: 'jwt-issuer', says: 'does not know the issuer of this token' },
  { name: 'fail-429', says: 'Try again in 2 seconds.' },
  { name: 'fail-500', says: 'AI Core failed to carry out the request (500)' },
  { name: 'reset', says: 'The answer from AI Core was lost or unreadable' },
  { name: 'quota', says: 'quota is full' },
];
