import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseImageReference } from './image-reference.ts';

const sha256Digest = `sha256:${'ab12cd34'.repeat(8)}`;
const sha512Digest = `sha512:${'ab12cd34'.repeat(16)}`;

describe('parseImageReference accepts', () => {
  it.each([
    // Docker Hub's short names
    ['redis', 'docker.io', 'library/redis', undefined],
    ['redis:7-alpine', 'docker.io', 'library/redis', '7-alpine'],
    ['team/app', 'docker.io', 'team/app', undefined],
    ['team/sub/app:1', 'docker.io', 'team/sub/app', '1'],
    ['docker.io/redis', 'docker.io', 'library/redis', undefined],
    ['docker.io/team/app', 'docker.io', 'team/app', undefined],
    ['index.docker.io/redis', 'docker.io', 'library/redis', undefined],
    ['index.docker.io/x/y', 'docker.io', 'x/y', undefined],
    ['docker.io/library/redis:7', 'docker.io', 'library/redis', '7'],
    ['quay.io', 'docker.io', 'library/quay.io', undefined],
    ['localhost', 'docker.io', 'library/localhost', undefined],
    ['registry:5000', 'docker.io', 'library/registry', '5000'],
    ['registry/app', 'docker.io', 'registry/app', undefined],
    // hosts
    ['registry-1.docker.io/team/app', 'registry-1.docker.io', 'team/app', undefined],
    ['ghcr.io/acmeai/llm-server:2.1', 'ghcr.io', 'acmeai/llm-server', '2.1'],
    ['ghcr.io/app', 'ghcr.io', 'app', undefined],
    ['localhost/app', 'localhost', 'app', undefined],
    ['localhost:5000/app:dev', 'localhost:5000', 'app', 'dev'],
    ['registry:5000/app', 'registry:5000', 'app', undefined],
    ['redis:1/2', 'redis:1', '2', undefined],
    ['Registry/app', 'Registry', 'app', undefined],
    ['Docker.io/app', 'Docker.io', 'app', undefined],
    ['10.20.30.40:5000/app', '10.20.30.40:5000', 'app', undefined],
    ['[::1]/app', '[::1]', 'app', undefined],
    ['[fe80::1]:5000/app:1', '[fe80::1]:5000', 'app', '1'],
    ['a--b.example/app', 'a--b.example', 'app', undefined],
    // not a host by the grammar, but the first component of a path
    ['my_registry.example/app:1', 'my_registry.example', 'app', '1'],
    // components and tags
    ['ghcr.io/a_b/c__d/e.f/g---h', 'ghcr.io', 'a_b/c__d/e.f/g---h', undefined],
    ['ghcr.io/v2/app', 'ghcr.io', 'v2/app', undefined],
    ['ghcr.io/app:_underscore', 'ghcr.io', 'app', '_underscore'],
    ['ghcr.io/app:LATEST', 'ghcr.io', 'app', 'LATEST'],
    [`ghcr.io/app:${'t'.repeat(128)}`, 'ghcr.io', 'app', 't'.repeat(128)],
    [`ghcr.io/${'x'.repeat(255)}`, 'ghcr.io', 'x'.repeat(255), undefined],
    [`docker.io/${'x'.repeat(247)}`, 'docker.io', `library/${'x'.repeat(247)}`, undefined],
  ])('%s', (text, registry, repository, tag) => {
    expect(parseImageReference(text)).toEqual({
      ok: true,
      registry,
      repository,
      ...(tag === undefined ? {} : { tag }),
    });
  });

  it.each([
    [`quay.io/acme/app@${sha256Digest}`, undefined, sha256Digest],
    [`quay.io/acme/app:1@${sha256Digest}`, '1', sha256Digest],
    [`quay.io/acme/app@${sha512Digest}`, undefined, sha512Digest],
    [`quay.io/acme/app@sha384:${'0f'.repeat(48)}`, undefined, `sha384:${'0f'.repeat(48)}`],
  ])('%s', (text, tag, digest) => {
    expect(parseImageReference(text)).toEqual({
      ok: true,
      registry: 'quay.io',
      repository: 'acme/app',
      digest,
      ...(tag === undefined ? {} : { tag }),
    });
  });
});

describe('parseImageReference refuses', () => {
  it.each([
    ['', 'empty', undefined],
    ['{{inputs.parameters.image}}', 'placeholder', undefined],
    ['ghcr.io/{{team}}/app:1', 'placeholder', undefined],
    ['localhost:{{port}}/app', 'placeholder', undefined],
    ['ghcr.io/acme/app{{suffix}}:1', 'placeholder', undefined],
    ['ghcr.io/acme/app:{{tag', 'placeholder', undefined],
    ['https://{{host}}/app', 'placeholder', undefined],
    [' redis', 'white-space', undefined],
    ['redis ', 'white-space', undefined],
    ['redis\n', 'white-space', undefined],
    ['ghcr.io/my app', 'white-space', undefined],
    ['ghcr.io/\u00A0app', 'white-space', undefined],
    ['https://ghcr.io/acme/app', 'scheme', undefined],
    ['docker://ghcr.io/acme/app', 'scheme', undefined],
    ['oci://ghcr.io/acme/app:1', 'scheme', undefined],
    ['ab12cd34'.repeat(8), 'image-id', 'ab12cd34'.repeat(8)],
    ['ghcr.io/Acme/app', 'capital-in-repository', 'Acme'],
    ['team/App', 'capital-in-repository', 'App'],
    ['Redis', 'capital-in-repository', 'Redis'],
    ['ghcr.io/acme/APP:1', 'capital-in-repository', 'APP'],
    ['ghcr.io/acme/app:', 'empty-tag', undefined],
    ['redis:', 'empty-tag', undefined],
    [`redis:@${sha256Digest}`, 'empty-tag', undefined],
    ['redis:-1', 'bad-tag', '-1'],
    ['redis:.1', 'bad-tag', '.1'],
    ['redis:a:b', 'bad-tag', 'a:b'],
    ['ghcr.io/app:1/2', 'bad-tag', '1/2'],
    ['redis:a+b', 'bad-tag', 'a+b'],
    [`redis:${'t'.repeat(129)}`, 'bad-tag', 't'.repeat(129)],
    ['redis@', 'bad-digest', ''],
    ['redis@sha256:abc', 'bad-digest', 'sha256:abc'],
    [`redis@${sha256Digest.toUpperCase()}`, 'bad-digest', sha256Digest.toUpperCase()],
    [`redis@md5:${'a'.repeat(32)}`, 'bad-digest', `md5:${'a'.repeat(32)}`],
    [`redis@${sha256Digest}0`, 'bad-digest', `${sha256Digest}0`],
    [`redis@${sha256Digest}@${sha256Digest}`, 'bad-digest', `${sha256Digest}@${sha256Digest}`],
    ['ghcr.io/', 'bad-component', ''],
    ['/app', 'bad-component', ''],
    ['ghcr.io//app', 'bad-component', ''],
    ['ghcr.io/acme/', 'bad-component', ''],
    ['ghcr.io/-app', 'bad-component', '-app'],
    ['ghcr.io/app-', 'bad-component', 'app-'],
    ['ghcr.io/a..b', 'bad-component', 'a..b'],
    ['ghcr.io/a___b', 'bad-component', 'a___b'],
    ['ghcr.io/a._b', 'bad-component', 'a._b'],
    ['ghcr.io/böse', 'bad-component', 'böse'],
    ['ghcr.io/app?x=1', 'bad-component', 'app?x=1'],
    ['<image>', 'unfilled', '<image>'],
    ['docker.io/<YOUR DOCKER USERNAME>/app:1', 'unfilled', '<YOUR DOCKER USERNAME>'],
    ['docker.io/YOUR_USER/app:1', 'unfilled', 'YOUR_USER'],
    ['ghcr.io/acme/app:<tag>', 'unfilled', '<tag>'],
    ['\u0024{IMAGE}', 'unfilled', '\u0024{IMAGE}'],
    ['host:port/app', 'bad-host', 'host:port'],
    ['host:/app', 'bad-host', 'host:'],
    ['-host.example/app', 'bad-host', '-host.example'],
    ['ghcr.io./app', 'bad-host', 'ghcr.io.'],
    ['my_registry:5000/app', 'bad-host', 'my_registry:5000'],
    ['[::1]x/app', 'bad-host', '[::1]x'],
    ['[fe80::1%25en0]/app', 'bad-host', '[fe80::1%25en0]'],
    [`ghcr.io/${'x'.repeat(256)}`, 'too-long', undefined],
    ['x'.repeat(248), 'too-long', undefined],
    [`my_registry.example/${'x'.repeat(236)}`, 'too-long', undefined],
  ])('%j as %s', (text, problem, part) => {
    expect(parseImageReference(text)).toEqual({
      ok: false,
      problem,
      ...(part === undefined ? {} : { part }),
    });
  });
});

describe('parseImageReference in general', () => {
  it('never throws, and what it accepts reads the same when spelled out', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9._:/@-]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), word), (text) => {
        const parsed = parseImageReference(text);
        if (!parsed.ok) return;
        const tag = parsed.tag === undefined ? '' : `:${parsed.tag}`;
        const digest = parsed.digest === undefined ? '' : `@${parsed.digest}`;
        expect(parseImageReference(`${parsed.registry}/${parsed.repository}${tag}${digest}`)).toEqual(parsed);
      }),
      { numRuns: 200 },
    );
  });

  it('reads a hundred thousand separators to the end', () => {
    expect(parseImageReference(`ghcr.io/a${'-'.repeat(100_000)}`).ok).toBe(false);
    expect(parseImageReference(`ghcr.io/${'a_'.repeat(100_000)}`).ok).toBe(false);
  });
});

describe('parseImageReference leaves out an open tag or digest', () => {
  it.each([
    ['ghcr.io/acme/app:{{ inputs.parameters.tag }}', 'ghcr.io', 'acme/app'],
    ['ghcr.io:5000/acme/app:v{{a}}-{{b}}', 'ghcr.io:5000', 'acme/app'],
    ['ghcr.io/acme/app@sha256:{{digest}}', 'ghcr.io', 'acme/app'],
    ['redis:{{tag}}', 'docker.io', 'library/redis'],
  ])('%s', (text, registry, repository) => {
    expect(parseImageReference(text)).toEqual({ ok: true, registry, repository });
  });

  it('and still reports what is wrong with the rest', () => {
    expect(parseImageReference('ghcr.io/Acme/app:{{tag}}')).toMatchObject({
      problem: 'capital-in-repository',
    });
  });
});
