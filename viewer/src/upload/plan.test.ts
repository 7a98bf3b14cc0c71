import { describe, expect, test } from 'vitest';
import type { Upload, UploadedFile } from '../api/uploads';
import { nameFor, type Chosen } from './chosen';
import { isSame, plan, withFile } from './plan';

const file = (id: string, path: string, bytes: number, more: Partial<UploadedFile> = {}): UploadedFile => ({
  id, path, bytes, offset: 0, state: 'WAITING', reasons: [], ...more,
});

const upload = (...files: UploadedFile[]): Upload => ({
  id: 'u', name: 'u', account: 'a', state: 'OPEN', declaredAt: '', counts: { WAITING: 2, TAKEN: 1 }, files, studies: [], reasons: [],
});

const chosen = (path: string, bytes: number): Chosen => ({ path, file: new File(['x'.repeat(bytes)], path) });

describe('going on with an upload', () => {
  const begun = upload(
    file('0', 'a/1', 3),
    file('1', 'a/2', 4, { state: 'RECEIVING', offset: 2 }),
    file('2', 'a/3', 5, { state: 'TAKEN', offset: 5 }),
  );

  test('only what is owed is sent, from where it stopped', () => {
    const { owed, missing } = plan(begun, [chosen('a/1', 3), chosen('a/2', 4), chosen('a/3', 5)]);
    expect(owed.map((each) => [each.file.id, each.file.offset])).toEqual([['0', 0], ['1', 2]]);
    expect(missing).toEqual([]);
  });

  test('a file of another size is not taken for the one announced', () => {
    const { owed, missing } = plan(begun, [chosen('a/1', 9), chosen('a/2', 4)]);
    expect(owed.map((each) => each.file.id)).toEqual(['1']);
    expect(missing.map((each) => each.id)).toEqual(['0']);
  });

  test('entries of an archive are never owed', () => {
    expect(plan(upload(file('5', 'in.zip/1', 1, { archiveId: '4' })), []).missing).toEqual([]);
  });

  test('the same folder is known again by paths and sizes', () => {
    const same = [chosen('a/1', 3), chosen('a/2', 4), chosen('a/3', 5)];
    expect(isSame(begun, same)).toBe(true);
    expect(isSame(begun, same.slice(1))).toBe(false);
    expect(isSame(begun, [...same.slice(1), chosen('a/1', 4)])).toBe(false);
  });

  test('counts follow the files', () => {
    const now = withFile(begun, file('0', 'a/1', 3, { state: 'TAKEN', offset: 3 }));
    expect(now.counts).toEqual({ WAITING: 1, TAKEN: 2 });
  });
});

describe('the name of an upload', () => {
  test('is its folder, its only file, or its first file and how many more', () => {
    expect(nameFor([chosen('chest/1', 1), chosen('chest/sub/2', 1)])).toBe('chest');
    expect(nameFor([chosen('disc.zip', 1)])).toBe('disc.zip');
    expect(nameFor([chosen('1.dcm', 1), chosen('2.dcm', 1)])).toBe('1.dcm +1');
  });
});
