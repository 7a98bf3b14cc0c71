import { NO_ANSWER, Problem } from '../api/problem';
import { bring, declare, fileOf, finish, upload as told, uploads, type Upload, type UploadedFile } from '../api/uploads';
import { nameFor, type Chosen } from './chosen';
import { isSame, plan, withFile, type Owed } from './plan';

const AT_ONCE = 3;
const PART_BYTES = 4 * 1024 * 1024;
const LONGEST_PAUSE_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const MOST_TRIES = 6;
const LOOK_EVERY_MS = 1_000;
const TELL_EVERY_MS = 100;

export type Phase = 'SENDING' | 'LINE_LOST' | 'FINISHING' | 'STOPPED' | 'ENDED';

/** What is being sent; goes on while other pages are looked at. */
export interface Sending {
  readonly upload: Upload;
  readonly phase: Phase;
  /** Files the browser could not read, by their id. */
  readonly unread: ReadonlySet<string>;
  /** Why it stopped. */
  readonly problem?: unknown;
}

let now: Sending | undefined;
let sources: readonly Chosen[] = [];
let stop = new AbortController();
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export const sending = (): Sending | undefined => now;

export function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

/** Many files a second are told a few times a second. */
function tell(next: Sending, isAtOnce = false): void {
  now = next;
  if (isAtOnce) {
    clearTimeout(timer);
    timer = undefined;
    listeners.forEach((heard) => heard());
  } else {
    timer ??= setTimeout(() => {
      timer = undefined;
      listeners.forEach((heard) => heard());
    }, TELL_EVERY_MS);
  }
}

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Sends files: in the unfinished upload that announced the same ones, or in a new one. */
export async function begin(chosen: readonly Chosen[]): Promise<void> {
  const unfinished = (await uploads()).filter((each) => each.state === 'OPEN');
  for (const each of unfinished) {
    const whole = await told(each.id);
    if (isSame(whole, chosen)) {
      return goOnWith(whole, chosen);
    }
  }
  const announced = chosen.map(({ path, file }) => ({ path, bytes: file.size }));
  return goOnWith(await declare(nameFor(chosen), announced), chosen);
}

/** Goes on after it stopped, with the files chosen before. */
export async function goOn(): Promise<void> {
  if (now !== undefined) {
    await goOnWith(await told(now.upload.id), sources);
  }
}

/** Whether this window still has the files of an upload. */
export const hasFilesOf = (id: string): boolean => now?.upload.id === id && sources.length > 0;

export function stopSending(): void {
  stop.abort();
}

async function goOnWith(upload: Upload, chosen: readonly Chosen[]): Promise<void> {
  stop.abort();
  stop = new AbortController();
  sources = chosen;
  tell({ upload, phase: 'SENDING', unread: new Set() }, true);
  window.addEventListener('beforeunload', warn);
  void run(upload, chosen, stop.signal).finally(() => window.removeEventListener('beforeunload', warn));
}

async function run(upload: Upload, chosen: readonly Chosen[], signal: AbortSignal): Promise<void> {
  try {
    const { owed } = plan(upload, chosen);
    const waiting = [...owed];
    const worker = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await sendFile(upload.id, next, signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await close(upload.id, signal);
  } catch (problem) {
    stop.abort();
    if (now?.upload.id === upload.id) {
      tell({ ...now, phase: 'STOPPED', problem: signal.reason === problem ? undefined : problem }, true);
    }
  }
}

async function sendFile(id: string, owed: Owed, signal: AbortSignal): Promise<void> {
  let { file } = owed;
  let tries = 0;
  while (file.state === 'WAITING' || file.state === 'RECEIVING') {
    signal.throwIfAborted();
    let part: ArrayBuffer;
    try {
      part = await owed.source.slice(file.offset, file.offset + PART_BYTES).arrayBuffer();
    } catch {
      unreadable(file);
      return;
    }
    try {
      file = await bring(id, file.id, part, file.offset, signal);
      tries = 0;
      came(id, file);
    } catch (problem) {
      signal.throwIfAborted();
      tries += 1;
      file = await afterTrouble(id, file, problem, tries, signal);
    }
  }
}

const isPassing = (problem: unknown): problem is Problem =>
  problem instanceof Problem &&
  (problem.status === NO_ANSWER || problem.status === 429 || problem.status === 400 || problem.status === 422 ||
    problem.status === 503 || problem.status === 502 || problem.status === 504 ||
    (problem.status === 409 && problem.code !== 'INT-039'));

/** Waits, and asks how much is there: a lost line may take long, other trouble is not tried for ever. */
async function afterTrouble(
  id: string, file: UploadedFile, problem: unknown, tries: number, signal: AbortSignal): Promise<UploadedFile> {
  if (!isPassing(problem) || (problem.status !== NO_ANSWER && tries > MOST_TRIES)) {
    throw problem;
  }
  if (problem.status === NO_ANSWER && now?.phase === 'SENDING') {
    tell({ ...now, phase: 'LINE_LOST' }, true);
  }
  await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)), signal);
  try {
    const there = await fileOf(id, file.id);
    came(id, there);
    return there;
  } catch (again) {
    if (isPassing(again)) {
      return file;
    }
    throw again;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    const end = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(end);
      failed(signal.reason);
    });
  });
}

function came(id: string, file: UploadedFile): void {
  if (now?.upload.id === id) {
    tell({ ...now, phase: 'SENDING', upload: withFile(now.upload, file) });
  }
}

function unreadable(file: UploadedFile): void {
  if (now !== undefined) {
    tell({ ...now, unread: new Set([...now.unread, file.id]) });
  }
}

/** Ends an upload of which everything came; archives may still be unpacked then. */
async function close(id: string, signal: AbortSignal): Promise<void> {
  let upload = await told(id);
  const isWhole = plan(upload, []).missing.length === 0;
  if (!isWhole || now === undefined) {
    tell({ upload, phase: 'STOPPED', unread: now?.unread ?? new Set() }, true);
    return;
  }
  upload = upload.state === 'OPEN' ? await finish(id, false) : upload;
  while (upload.state === 'FINISHING') {
    tell({ upload, phase: 'FINISHING', unread: new Set() });
    await pause(LOOK_EVERY_MS, signal);
    upload = await told(id);
  }
  sources = [];
  tell({ upload, phase: 'ENDED', unread: new Set() }, true);
}
