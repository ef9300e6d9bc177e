/** As much of a browser as sign-in needs: it keeps cookies by origin and follows redirects one by one. */
export class TestBrowser {
  readonly #jar = new Map<string, Map<string, string>>();

  /** One request, whose redirect is not followed. */
  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const headers = new Headers(init.headers);
    const cookies = [...this.cookies(origin)].map(([name, value]) => `${name}=${value}`);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    // If a test starts another gateway on the same port, a connection that was kept open would lead to the old one.
    headers.set('connection', 'close');
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(origin, line);
    return response;
  }

  /**
   * Follows redirects until there is none, and returns where that is; stops before an address for which `stopAt` holds.
   */
  async visit(
    url: string,
    stopAt: (url: URL) => boolean = () => false,
  ): Promise<{ url: URL; response: Response }> {
    let at = new URL(url);
    for (let hops = 0; hops < 12; hops += 1) {
      const response = await this.open(at.href);
      const location = response.headers.get('location');
      if (location === null) return { url: at, response };
      at = new URL(location, at);
      if (stopAt(at)) return { url: at, response };
    }
    throw new Error('these redirects have no end');
  }

  cookies(origin: string): Map<string, string> {
    const cookies = this.#jar.get(origin) ?? new Map<string, string>();
    this.#jar.set(origin, cookies);
    return cookies;
  }

  #keep(origin: string, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const end = pair.indexOf('=');
    const ended = attributes.some(
      (text) => /^max-age=0$/i.test(text) || /^expires=thu, 01 jan 1970/i.test(text),
    );
    if (ended) this.cookies(origin).delete(pair.slice(0, end));
    else this.cookies(origin).set(pair.slice(0, end), pair.slice(end + 1));
  }
}
