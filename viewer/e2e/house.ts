import type { Server } from './server';

export const PASSWORD = 'a chest in 300 slices, drawn';

/** A person at the server's doors, without a browser. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly web: string) {}

  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.send(method, path, { 'Content-Type': 'application/json' }, body);
    const text = await answer.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** What lies at a path, in the form that is wanted. */
  async bytes(path: string, accept: string): Promise<Buffer> {
    return Buffer.from(await (await this.send('GET', path, { Accept: accept })).arrayBuffer());
  }

  /** Sends DICOM objects in one request. */
  async stow(objects: readonly Buffer[]): Promise<void> {
    const boundary = 'hilum-part';
    const parts = objects.flatMap((each) => [
      Buffer.from(`--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`), each, Buffer.from('\r\n'),
    ]);
    await this.send(
      'POST', '/dicomweb/studies',
      { 'Content-Type': `multipart/related; type="application/dicom"; boundary=${boundary}`, Accept: 'application/dicom+json' },
      Buffer.concat([...parts, Buffer.from(`--${boundary}--`)]),
    );
  }

  private async send(
    method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
    const answer = await fetch(this.web + path, {
      method,
      headers: {
        ...headers,
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'X-XSRF-TOKEN': this.cookies.get('XSRF-TOKEN') ?? '',
      },
      body: body === undefined ? undefined : Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name, value] = cookie.split(';')[0].split('=');
      this.cookies.set(name, value);
    }
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer;
  }

  /** Comes back with the password chosen before. */
  async comeBack(login: string): Promise<void> {
    await this.ask('POST', '/api/session', { login, password: PASSWORD });
    await this.ask('GET', '/api/session');
  }

  async enter(login: string, oneTime: string): Promise<void> {
    await this.ask('POST', '/api/session', { login, password: oneTime });
    await this.ask('GET', '/api/session');
    await this.ask('POST', '/api/session/password', { present: oneTime, next: PASSWORD });
    await this.ask('GET', '/api/session');
  }
}

/** The administrator, who came in for the first time. */
export const administrator = async (server: Server): Promise<Visitor> => {
  const visitor = new Visitor(server.web);
  await visitor.enter('admin', server.oneTimePassword);
  return visitor;
};

/** Makes an account of the first institution; gives its one-time password. */
export const newcomer = async (
  by: Visitor, login: string, displayName: string, ...roles: readonly string[]): Promise<string> => {
  const made = await by.ask<{ oneTimePassword: string }>('POST', '/api/accounts', {
    institution: 'main',
    login,
    displayName,
    roles,
  });
  return made.oneTimePassword;
};

/** Makes a radiologist of the first institution; gives the one-time password. */
export const radiologist = async (server: Server, login: string): Promise<string> =>
  newcomer(await administrator(server), login, 'Dr. Drawn', 'RADIOLOGIST', 'TECHNOLOGIST');
