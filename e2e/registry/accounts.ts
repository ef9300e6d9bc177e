export interface Account {
  readonly username: string;
  readonly password: string;
}

export const plain: Account = { username: 'jane', password: 'not-a-real-token' };

/**
 * The accounts of the registry, named by what is difficult about them. No colon in a username and no line break at its
 * ends, which HTTP and htpasswd cannot express; at most 72 bytes of password, because bcrypt reads no more.
 */
export const testAccounts: readonly (readonly [string, Account])[] = [
  ['plain', plain],
  ['quotes and backslashes', { username: `o'neil"`, password: String.raw`it's "not" real \ \\ \n \u0041` }],
  ['colons', { username: 'colons', password: ':not:a::real:token:' }],
  ['spaces', { username: 'jane doe', password: '  not a real token\t ' }],
  ['characters beyond ASCII', { username: 'jürgen', password: 'ungültig-пароль-密碼-😀' }],
  ['shell characters', { username: '$oauthtoken', password: '$(id) `id` $HOME !! ; * & | > %41 +' }],
  [
    'a key file',
    { username: '_json_key', password: '{\n  "type": "not_a_real",\r\n  "key": "-----\\n"\n}\n' },
  ],
  ['a robot', { username: 'robot$team+puller', password: '<not&a&real>\u2028\u007F' }],
  ['a number', { username: '12345|puller', password: '0123456789' }],
];

/** The account that pushes the image. */
export const publisher: Account = { username: 'publisher', password: 'not-a-real-publisher' };
