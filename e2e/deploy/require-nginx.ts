import { findNginx } from './nginx.ts';

/** Reports a missing nginx before the first test runs, instead of in each test. */
export default function requireNginx(): void {
  if (findNginx() === undefined) {
    throw new Error(
      'These tests need nginx: install it with "sudo apt-get install nginx-light", or name one with NGINX_PATH.',
    );
  }
}
