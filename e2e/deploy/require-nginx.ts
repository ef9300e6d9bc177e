import { findNginx } from './nginx.ts';

/** Says what is missing before the first test runs, rather than in each of them. */
export default function requireNginx(): void {
  if (findNginx() === undefined) {
    throw new Error(
      'These tests need nginx: install it with "sudo apt-get install nginx-light", or name one with NGINX_PATH.',
    );
  }
}
