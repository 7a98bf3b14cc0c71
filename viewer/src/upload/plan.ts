import type { Upload, UploadedFile } from '../api/uploads';
import type { Chosen } from './chosen';

/** A file that is still to be sent, wholly or in part. */
export interface Owed {
  readonly file: UploadedFile;
  readonly source: File;
}

const isOwed = (file: UploadedFile): boolean =>
  (file.archiveId ?? null) === null && (file.state === 'WAITING' || file.state === 'RECEIVING');

/** What is still to be sent of an upload, and which of its files were not chosen. */
export function plan(upload: Upload, chosen: readonly Chosen[]): { owed: Owed[]; missing: UploadedFile[] } {
  const byPath = new Map(chosen.map((each) => [each.path, each.file]));
  const owed: Owed[] = [];
  const missing: UploadedFile[] = [];
  for (const file of (upload.files ?? []).filter(isOwed)) {
    const source = byPath.get(file.path);
    if (source !== undefined && source.size === file.bytes) {
      owed.push({ file, source });
    } else {
      missing.push(file);
    }
  }
  return { owed, missing };
}

/** Whether what was chosen is what this unfinished upload announced. */
export function isSame(upload: Upload, chosen: readonly Chosen[]): boolean {
  const own = (upload.files ?? []).filter((file) => (file.archiveId ?? null) === null);
  const bytes = new Map(chosen.map((each) => [each.path, each.file.size]));
  return own.length === chosen.length && own.every((file) => bytes.get(file.path) === file.bytes);
}

/** An upload with what became of one of its files. */
export function withFile(upload: Upload, now: UploadedFile): Upload {
  const counts = { ...upload.counts };
  const files = (upload.files ?? []).map((file) => {
    if (file.id !== now.id) {
      return file;
    }
    counts[file.state] = (counts[file.state] ?? 1) - 1;
    counts[now.state] = (counts[now.state] ?? 0) + 1;
    return now;
  });
  return { ...upload, files, counts };
}
