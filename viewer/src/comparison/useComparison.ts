import { useEffect, useMemo, useState } from 'react';
import { fileOf, results, type CaseKey, type Result } from '../api/worklist';
import { useImages, type Images, type ReadingFiles } from '../images/useImages';
import { current, jsonOf, type Lesion, type Reading } from '../reading/reading';
import { follow } from '../worklist/follow';
import { chainFrom, type Link } from './chain';
import { isOfSame, type Comparison } from './comparison';
import { frameOf, loadAlignment, type Alignment } from './deformation';

/** The comparison of a case; null while it is fetched, undefined where there is none. */
export const useComparison = (
  key: CaseKey,
  all: readonly Result[] | null,
): { readonly comparison: Comparison | null | undefined; readonly result: Result | undefined; readonly trouble: unknown } => {
  const { institution, studyInstanceUid } = key;
  const [told, setTold] = useState<Comparison>();
  const [trouble, setTrouble] = useState<unknown>();
  const result = all === null ? undefined : current(all, 'COMPARISON');
  useEffect(() => {
    let isWanted = true;
    setTold(undefined);
    setTrouble(undefined);
    if (result) {
      jsonOf<Comparison>({ institution, studyInstanceUid }, result, 'comparison.json').then(
        (found) => isWanted && setTold(found),
        (reason: unknown) => isWanted && setTrouble(reason),
      );
    }
    return () => {
      isWanted = false;
    };
  }, [institution, studyInstanceUid, result]);
  const isPending = all === null || (result !== undefined && told === undefined && trouble === undefined);
  return { comparison: isPending ? null : told, result, trouble };
};

/** Whether a comparison rests on other outlines than those that count now. */
export const isBehind = (
  comparison: Comparison | null | undefined,
  now: Reading | null | undefined,
  before: Reading | null | undefined,
): boolean => {
  const [prior, current] = comparison?.dates.slice(-2) ?? [];
  return (
    (current !== undefined && !!now && !isOfSame(current.correction, now.correction)) ||
    (prior !== undefined && !!before && !isOfSame(prior.correction, before.correction))
  );
};

/** Looks again for a case whenever something of it changed, as long as something is awaited. */
export const useAwaited = ({ institution, studyInstanceUid }: CaseKey, isAwaited: boolean, look: () => void): void => {
  useEffect(
    () =>
      isAwaited
        ? follow((event) => {
            const isOurs =
              event.kind === 'case' &&
              event.entry.institution === institution && event.entry.studyInstanceUid === studyInstanceUid;
            if (isOurs || event.kind === 'ready') {
              look();
            }
          })
        : undefined,
    [institution, studyInstanceUid, isAwaited, look],
  );
};

/** The prior date beside which the current one is shown. */
export interface Prior {
  readonly images: Images;
  readonly lesions: readonly Lesion[];
  /** Null while it is fetched, undefined where there is none. */
  readonly reading: Reading | null | undefined;
}

const NO_LESIONS: readonly Lesion[] = [];

/** Opens the images of a prior study of the same institution, with what its reading found. */
export const usePrior = (institution: string, study: string | undefined): Prior => {
  const [files, setFiles] = useState<ReadingFiles>();
  const [reading, setReading] = useState<Reading | null | undefined>(null);
  useEffect(() => {
    let isWanted = true;
    setFiles(undefined);
    setReading(null);
    if (study === undefined) {
      return undefined;
    }
    const key = { institution, studyInstanceUid: study };
    const open = async (): Promise<void> => {
      const result = current(await results(key), 'READING');
      const read = result && (await jsonOf<Reading>(key, result, 'reading.json'));
      if (isWanted) {
        setFiles(result && { paths: result.files.map((each) => each.path), at: (path) => fileOf(key, result, path) });
        setReading(read);
      }
    };
    // The prior's images can be looked at without what was found in them.
    open().catch(() => isWanted && setReading(undefined));
    return () => {
      isWanted = false;
    };
  }, [institution, study]);
  const images = useImages(study, reading === null ? null : reading?.series.seriesInstanceUid, files);
  return useMemo(() => ({ images, lesions: reading?.lesions ?? NO_LESIONS, reading }), [images, reading]);
};

/** How two opened series lie to each other; null while that is fetched, undefined where it is not known. */
export const useAlignment = (
  study: string,
  result: Result | undefined,
  now: Images,
  before: Images,
): Alignment | null | undefined => {
  const [alignment, setAlignment] = useState<Alignment | null | undefined>(null);
  const [to, from] = [now, before].map(({ opened }) =>
    opened.is === 'OPEN' ? frameOf(opened.volume.slices[0].metadata) : undefined,
  );
  useEffect(() => {
    const stop = new AbortController();
    setAlignment(null);
    if (result && to !== undefined && from !== undefined) {
      loadAlignment(study, result.series, to, from, stop.signal).then(
        (found) => stop.signal.aborted || setAlignment(found),
        () => stop.signal.aborted || setAlignment(undefined),
      );
    }
    return () => stop.abort();
  }, [study, result, to, from]);
  return alignment;
};

const NO_LINKS: readonly Link[] = [];

/** The comparisons of all dates up to this one, newest first; only this one until more is known. */
export const useChain = (key: CaseKey, comparison: Comparison | null | undefined, result: Result | undefined): readonly Link[] => {
  const { institution, studyInstanceUid: study } = key;
  const [links, setLinks] = useState(NO_LINKS);
  useEffect(() => {
    let isWanted = true;
    setLinks(NO_LINKS);
    if (comparison?.status === 'compared' && result) {
      const first = { study, result, comparison };
      setLinks([first]);
      // Where earlier dates cannot be fetched, these two stand alone.
      chainFrom(institution, first).then((found) => isWanted && setLinks(found), () => undefined);
    }
    return () => {
      isWanted = false;
    };
  }, [institution, study, comparison, result]);
  return links;
};
