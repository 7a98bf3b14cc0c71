/** A file somebody chose, with its path in the folder. */
export interface Chosen {
  readonly path: string;
  readonly file: File;
}

/** Files of an input; those of a folder carry their path in it. */
export const chosenIn = (files: FileList | null): Chosen[] =>
  [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Files and whole folders that were dropped; what the browser cannot open is told by its path. */
export async function chosenBy(items: DataTransferItemList): Promise<{ chosen: Chosen[]; unread: string[] }> {
  // The list is emptied as soon as the event is over: entries are taken first.
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const chosen: Chosen[] = [];
  const unread: string[] = [];
  const waiting = [...entries];
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    const path = entry.fullPath.replace(/^\//, '');
    try {
      if (isFile(entry)) {
        chosen.push({ path, file: await fileOf(entry) });
      } else if (isFolder(entry)) {
        waiting.push(...(await entriesOf(entry)));
      }
    } catch {
      unread.push(path);
    }
  }
  return { chosen, unread };
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((done, failed) => entry.file(done, failed));

/** A browser gives at most a hundred at once. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) {
      return all;
    }
    all.push(...some);
  }
}

/** What to call an upload: the folder's name, or the first file's and how many more. */
export function nameFor(chosen: readonly Chosen[]): string {
  const folders = new Set(chosen.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  const [folder] = folders;
  const first = chosen[0]?.path ?? '';
  const name = folders.size === 1 && folder ? folder : chosen.length === 1 ? first : `${first} +${chosen.length - 1}`;
  return name.slice(0, 200);
}
