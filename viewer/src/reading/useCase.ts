import { useCallback, useEffect, useMemo, useState } from 'react';
import { entry, fileOf, results, type CaseKey, type Entry, type Result } from '../api/worklist';
import type { ReadingFiles } from '../images/useImages';
import { current, jsonOf, type Reading } from './reading';

/** A case with what is known of it so far; null is not known yet, undefined is not there. */
export interface OpenCase {
  readonly entry: Entry | undefined;
  readonly results: readonly Result[] | null;
  readonly result: Result | null | undefined;
  readonly reading: Reading | null | undefined;
  readonly files: ReadingFiles | undefined;
  /** Why something could not be fetched. */
  readonly trouble: unknown;
  readonly again: () => void;
  /** Looks whether there are other results, quietly; those that stayed are not fetched again. */
  readonly look: () => void;
}

/** Results that are as they were stay the same objects. */
const withKnown = (known: readonly Result[] | null, found: readonly Result[]): readonly Result[] =>
  found.map((each) => known?.find((old) => old.id === each.id && old.isCurrent === each.isCurrent) ?? each);

/** Fetches a case, its results and the current reading, side by side. */
export const useCase = ({ institution, studyInstanceUid }: CaseKey, seesResults: boolean): OpenCase => {
  const key = useMemo(() => ({ institution, studyInstanceUid }), [institution, studyInstanceUid]);
  const [told, setTold] = useState<Entry>();
  const [all, setAll] = useState<readonly Result[] | null>(null);
  const [reading, setReading] = useState<Reading | null | undefined>(null);
  const [trouble, setTrouble] = useState<unknown>();
  const [tries, setTries] = useState(0);

  useEffect(() => {
    let isWanted = true;
    const failed = (reason: unknown): void => {
      if (isWanted) {
        setTrouble(reason);
      }
    };
    setTrouble(undefined);
    entry(key).then((answer) => isWanted && setTold(answer), failed);
    const open = async (): Promise<void> => {
      const found = seesResults ? await results(key) : [];
      const result = current(found, 'READING');
      if (isWanted) {
        setAll((known) => withKnown(known, found));
      }
      const read = result && (await jsonOf<Reading>(key, result, 'reading.json'));
      if (isWanted) {
        setReading(read);
      }
    };
    open().catch((reason: unknown) => {
      failed(reason);
      if (isWanted) {
        // The images can be looked at without it.
        setReading(undefined);
        setAll((before) => before ?? []);
      }
    });
    return () => {
      isWanted = false;
    };
  }, [key, seesResults, tries]);

  const look = useCallback(() => {
    entry(key).then(setTold, () => undefined);
    results(key).then((found) => setAll((known) => withKnown(known, found)), () => undefined);
  }, [key]);

  const result = all === null ? null : current(all, 'READING');
  const files = useMemo(
    () => result && { paths: result.files.map((each) => each.path), at: (path: string) => fileOf(key, result, path) },
    [key, result],
  );
  return {
    entry: told,
    results: all,
    result,
    reading,
    files: files ?? undefined,
    trouble,
    again: () => setTries((before) => before + 1),
    look,
  };
};
