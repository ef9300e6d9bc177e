import { describe, expect, test } from 'vitest';
import { aboveLinear, growthOf } from '../../../text/testing/growth.ts';
import { importCredentials } from '../import-credentials.ts';
import { fieldsOfLines, groupFields } from './named-fields.ts';

const complete = { host: 'ghcr.io', username: 'jane', password: 'not-a-real-token' };
const keyFile = JSON.stringify({
  type: 'service_account',
  project_id: 'acme',
  private_key: '-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----\n',
  client_email: 'puller@acme.iam.gserviceaccount.com',
});
const noHost = { code: 'no-host', field: 'host' };

describe('username and token in named fields', () => {
  test.each([
    ['settings', 'REGISTRY=ghcr.io\nREGISTRY_USERNAME=jane\nREGISTRY_PASSWORD=not-a-real-token\n'],
    [
      'quoted and exported',
      `export DOCKER_SERVER="ghcr.io"\r\nexport DOCKER_USER='jane'\r\nexport DOCKER_TOKEN="not-a-real-token"\r\n`,
    ],
    [
      'among others',
      'DB_HOST=db.example.com\nDB_USER=app\nDB_PASSWORD=other\nHARBOR_URL=ghcr.io\nHARBOR_USER=jane\nHARBOR_PASSWORD=not-a-real-token\n',
    ],
    ['of GitLab CI', 'CI_REGISTRY=ghcr.io\nCI_DEPLOY_USER=jane\nCI_DEPLOY_PASSWORD=not-a-real-token\n'],
    ['a form', 'Registry host: ghcr.io\nRegistry username: jane\nRegistry token: not-a-real-token\n'],
    ['a note', 'Host: ghcr.io\nUsername: jane\nPassword: not-a-real-token'],
    [
      'a step of GitHub Actions',
      '- uses: docker/login-action@v3\n  with:\n    registry: ghcr.io\n    username: jane\n    password: not-a-real-token\n',
    ],
    [
      'values of a Helm chart',
      'imageCredentials:\n  registry: ghcr.io\n  username: jane\n  password: not-a-real-token\n',
    ],
    [
      'an exposed token of Azure',
      '{"loginServer":"ghcr.io","username":"jane","accessToken":"not-a-real-token"}',
    ],
    [
      'an authorization token of Amazon ECR',
      JSON.stringify({
        authorizationData: [{ authorizationToken: btoa('jane:not-a-real-token'), proxyEndpoint: 'ghcr.io' }],
      }),
    ],
  ])('%s', async (_name, text) => {
    expect(await importCredentials(text)).toEqual({
      ok: true,
      format: 'credential-fields',
      entries: [complete],
      leftOut: [],
      notices: [],
    });
  });

  test.each([
    [
      'a robot account of Harbor',
      '{"id":3,"name":"robot$acme+puller","secret":"not-a-real-token","expires_at":-1}',
      'robot$acme+puller',
      'not-a-real-token',
      noHost,
    ],
    [
      'a robot account of Quay',
      '{"name":"acme+puller","token":"not-a-real-token","created":"today"}',
      'acme+puller',
      'not-a-real-token',
      noHost,
    ],
    [
      'a deploy token of GitLab',
      '{"id":1,"name":"pull","username":"gitlab+deploy-token-1","token":"not-a-real-token"}',
      'gitlab+deploy-token-1',
      'not-a-real-token',
      noHost,
    ],
    ['a key file of Google', keyFile, '_json_key', keyFile, noHost],
    [
      'one token alone',
      'ghp_inventedinventedinventedinvented12',
      undefined,
      'ghp_inventedinventedinventedinvented12',
      noHost,
    ],
  ])('%s, whose registry is left to be filled in', async (_name, text, username, password, reason) => {
    const leftOut = [{ host: '', ...(username !== undefined && { username }), password, reason }];
    expect(await importCredentials(text)).toMatchObject({ ok: true, entries: [], leftOut });
  });

  test.each([
    [
      'one after the other',
      'Host: ghcr.io\nUsername: jane\nPassword: not-a-real-token\n\nHost: quay.io\nUsername: bot\nPassword: other\n',
      ['ghcr.io', 'quay.io'],
    ],
    [
      'in sections',
      '[registry]\nhost=ghcr.io\nusername=jane\npassword=a\n[docker]\nhost=quay.io\nusername=bot\npassword=b\n',
      ['ghcr.io', 'quay.io'],
    ],
    [
      'below names',
      'registry:\n\thost: ghcr.io\n\tusername: jane\n\tpassword: a\ndatabase:\n\thost: db\n\tusername: b\n\tpassword: c\n',
      ['ghcr.io'],
    ],
  ])('several logins: %s', async (_name, text, hosts) => {
    const result = await importCredentials(text);
    expect(result.ok && result.entries.map(({ host }) => host)).toEqual(hosts);
    expect(result).toMatchObject({ leftOut: [] });
  });

  test.each([
    [
      'logins of which one has no host',
      'Username: jane\nPassword: a\nHost: quay.io\nUsername: bot\nPassword: b\n',
      2,
    ],
    [
      'one name in two spellings',
      'Registry: ghcr.io\nREGISTRY=quay.io\nREGISTRY_USER=jane\nREGISTRY_PASSWORD=a\n',
      1,
    ],
  ])('no host is guessed: %s', async (_name, text, count) => {
    const result = await importCredentials(text);
    expect(result).toMatchObject({ ok: true, entries: [] });
    expect(result.ok && result.leftOut.map(({ reason }) => reason)).toEqual(
      Array.from({ length: count }, () => noHost),
    );
  });

  test('a variable is left to be filled in', async () => {
    const text = 'registry: ghcr.io\nusername: jane\npassword: ${{ secrets.TOKEN }}\n';
    expect(await importCredentials(text)).toMatchObject({
      leftOut: [{ host: 'ghcr.io', username: 'jane', reason: { code: 'variable', variable: 'TOKEN' } }],
    });
  });

  test.each([
    ['a database in YAML', 'database:\n  host: db.example.com\n  username: app\n  password: other\n'],
    ['a database in JSON', '{"database":{"host":"db.example.com","username":"app","password":"other"}}'],
    ['a database among settings', '[database]\nhost=db.example.com\nusername=app\npassword=other\n'],
    ['a socket', 'Host: unix:///var/run/docker.sock\nUsername: app\nPassword: other\n'],
    ['a database', 'DB_HOST=db.example.com\nDB_USER=app\nDB_PASSWORD=other\n'],
    ['a login without any registry', 'username: app\npassword: other\n'],
    ['a service key', '{"clientid":"sb-x","clientsecret":"other","url":"https://x.example.com"}'],
    ['a robot without its secret', '{"name":"robot$acme+puller","secret":""}'],
    ['prose', 'The host: it is there.\nThe password is secret.\n'],
  ])('none are taken from %s', async (_name, text) => {
    expect(await importCredentials(text)).toMatchObject({ ok: false });
  });
});

const read = (text: string) => groupFields(fieldsOfLines(text));

test.each(['a', 'a=', 'a ', '= ', ': ', 'A_', 'password=x\n', 'a\n'])(
  'endless lines are read in linear time: %j',
  async (piece) => {
    expect(await growthOf(read, (size) => piece.repeat(size), 12_500)).toBeLessThan(aboveLinear);
  },
);
