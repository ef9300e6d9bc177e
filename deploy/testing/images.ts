import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The Debian packages for the test's base images: the content of distroless, and a shell to build with. */
const runtimePackages = ['libc6', 'libgcc-s1', 'libstdc++6', 'tzdata'];
const buildPackages = [
  ...runtimePackages,
  'base-files',
  'bash',
  'coreutils',
  'dash',
  'libacl1',
  'libattr1',
  'libgmp10',
  'libpcre2-8-0',
  'libselinux1',
  'libtinfo6',
];
const certificates = '/etc/ssl/certs/ca-certificates.crt';

/** Builds and inspects images with buildah, which keeps everything in one folder. */
export class Images {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Substitutes for the Containerfile's base images, which are not available everywhere. */
  makeBases(): { node: string; runtime: string } {
    const node = this.#makeBase('node', buildPackages, (root) => {
      mkdirSync(path.join(root, 'usr/lib/node_modules'), { recursive: true });
      cpSync(process.execPath, path.join(root, 'usr/bin/node'));
      cpSync(findNpm(), path.join(root, 'usr/lib/node_modules/npm'), { recursive: true });
      symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', path.join(root, 'usr/bin/npm'));
    });
    const runtime = this.#makeBase('runtime', runtimePackages, (root) => {
      mkdirSync(path.join(root, 'nodejs/bin'), { recursive: true });
      cpSync(process.execPath, path.join(root, 'nodejs/bin/node'));
    });
    return { node, runtime };
  }

  /** Builds `containerfile` from the sources of this folder, and returns the image's name. */
  build(containerfile: string, args: Record<string, string>): string {
    const name = 'localhost/aicore-registry-console:test';
    const given = Object.entries(args).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`]);
    this.#run(
      'build',
      '--format',
      'docker',
      '--network',
      'host',
      ...given,
      '-t',
      name,
      '-f',
      containerfile,
      '.',
    );
    return name;
  }

  inspect(image: string): unknown {
    return JSON.parse(this.#run('inspect', '--type', 'image', image));
  }

  /** The folder that contains the files of an image. */
  mount(image: string): string {
    return this.#run('mount', this.#run('from', image).trim()).trim();
  }

  /** Releases every file, so that the folder can be removed. */
  close(): void {
    this.#run('rm', '--all');
    this.#run('rmi', '--all', '--force');
    // buildah mounts its folder onto itself.
    spawnSync('umount', [path.join(this.#folder, 'storage', 'overlay')]);
  }

  #makeBase(name: string, packages: readonly string[], fill: (root: string) => void): string {
    const root = path.join(this.#folder, name);
    const downloads = path.join(this.#folder, `${name}-packages`);
    for (const folder of ['etc/ssl/certs', 'tmp', 'root', 'home/nonroot'])
      mkdirSync(path.join(root, folder), { recursive: true });
    mkdirSync(downloads);
    chmodSync(downloads, 0o777);
    execFileSync('apt-get', ['download', '-qq', ...packages], { cwd: downloads, stdio: 'pipe' });
    for (const file of readdirSync(downloads))
      execFileSync('dpkg-deb', ['-x', path.join(downloads, file), root], { stdio: 'pipe' });
    chmodSync(path.join(root, 'tmp'), 0o1777);
    cpSync(certificates, path.join(root, certificates), { dereference: true });
    writeFileSync(path.join(root, 'etc/passwd'), 'nonroot:x:65532:65532::/home/nonroot:/sbin/nologin\n');
    fill(root);
    const container = this.#run('from', 'scratch').trim();
    this.#run('copy', container, root, '/');
    // The machine's own certificates, for networks that intercept TLS.
    this.#run('config', '--env', `NODE_EXTRA_CA_CERTS=${certificates}`, container);
    this.#run('commit', container, `localhost/${name}:test`);
    this.#run('rm', container);
    return `localhost/${name}:test`;
  }

  #run(command: string, ...args: string[]): string {
    const where = ['--root', path.join(this.#folder, 'storage'), '--runroot', path.join(this.#folder, 'run')];
    return execFileSync('buildah', [...where, command, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 2 ** 26,
      env: { ...process.env, BUILDAH_ISOLATION: 'chroot' },
    });
  }
}

function findNpm(): string {
  return path.join(execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim(), 'npm');
}
