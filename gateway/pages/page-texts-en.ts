/** The texts of the pages that work without the console. */
export const pageTextsEn = {
  signedIn: { title: 'You are signed in', text: 'Close this tab and continue where you were.' },
  signedOut: {
    title: 'You are signed out',
    text: 'Anything you entered but did not send is gone from this browser.',
  },
  stillSignedIn: { title: 'You are still signed in', text: 'A page on another site tried to sign you out.' },
  notThroughProxy: {
    title: 'You are not signed in',
    text: 'Open this console through your organisation’s sign-in, at another address. Ask your administrator for that address.',
  },
  providerSilent: {
    title: 'Sign-in is not available',
    text: 'The sign-in service does not answer. Try again in a minute, or tell your administrator.',
  },
  attemptLost: {
    title: 'This sign-in has ended',
    text: 'It took longer than ten minutes, or began in another browser. Allow cookies for this site, then sign in again.',
  },
  refused: {
    title: 'You are not signed in',
    text: 'The sign-in service did not confirm who you are. Sign in again, or tell your administrator.',
  },
  unavailable: {
    title: 'The console is not available',
    text: 'A service that it needs does not answer. Try again in a minute, or tell your administrator.',
  },
  badAddress: { title: 'Page not found', text: 'The address is malformed. Check it, or open the console.' },
  signIn: 'Sign in',
  openConsole: 'Open the console',
  /** For the drawing beside the text. */
  drawing: {
    today: 'Today',
    soon: '14 days',
    end: '90 days',
    caption: 'How long each credential still works, at a glance',
  },
};
