import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const LONGEST_START_MS = 240_000;
const LOOK_EVERY_MS = 100;

const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** `./hilum serve` as a user starts it, in a folder that goes away, with its drawn patient. */
export class Server {
  private constructor(
    private readonly process: ChildProcess,
    private readonly data: string,
    readonly web: string,
    readonly dicomPort: number,
    readonly oneTimePassword: string,
  ) {}

  static async start(...more: string[]): Promise<Server> {
    const data = await mkdtemp(join(tmpdir(), 'hilum-e2e-'));
    const [port, dicom] = [await freePort(), await freePort()];
    const log = join(data, 'console.log');
    await writeFile(log, '');
    const home = resolve(import.meta.dirname, '../..');
    const process = spawn(
      'bash',
      ['-c', `exec ${home}/hilum serve "$@" >${log} 2>&1`, 'hilum', '--data', join(data, 'data'), '--port', `${port}`, '--dicom-port', `${dicom}`, ...more],
      { stdio: 'ignore' },
    );
    const began = Date.now();
    for (;;) {
      const said = await readFile(log, 'utf8');
      if (said.includes('Hilum is ready')) {
        const password = /with the password (\S+)/.exec(said)?.[1] ?? '';
        return new Server(process, data, `http://127.0.0.1:${port}`, dicom, password);
      }
      if (process.exitCode !== null || Date.now() - began > LONGEST_START_MS) {
        process.kill('SIGKILL');
        throw new Error(`the server did not start:\n${said}`);
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    await ended;
    await rm(this.data, { recursive: true, force: true });
  }
}
