import { useEffect, useRef, useState, type RefObject } from 'react';
import { chestSeries, seriesMetadata, type ChestSeries, type SeriesAddress } from './dicomweb';
import { loadSlices } from './loading';
import { slicesOf } from './series';
import { emptyVolume, type Volume } from './volume';

/** A series that is opened: its volume fills while it is looked at. */
export type Opened =
  | { readonly is: 'OPENING' }
  | { readonly is: 'EMPTY' }
  | { readonly is: 'FAILED'; readonly reason: unknown }
  | {
      readonly is: 'OPEN';
      readonly address: SeriesAddress;
      readonly volume: Volume;
      readonly came: number;
      readonly missed: number;
    };

/** Planes across the slices are drawn anew this often while slices come. */
const TELL_EVERY_MS = 200;

/**
 * Opens the series that was read, or else the one with most images.
 *
 * @param read its UID; `null` while it is not known yet, which is waited for only where there is a
 *     choice; undefined where nothing was read
 * @param wanted the slice that is looked at; undefined for the middle one
 */
export const useSeries = (
  study: string | undefined,
  read: string | null | undefined,
  wanted: RefObject<number | undefined>,
): { readonly opened: Opened; readonly again: () => void } => {
  const [opened, setOpened] = useState<Opened>({ is: 'OPENING' });
  const [found, setFound] = useState<{ study: string; series: readonly ChestSeries[] }>();
  const [tries, setTries] = useState(0);

  useEffect(() => {
    const stop = new AbortController();
    setOpened({ is: 'OPENING' });
    setFound(undefined);
    if (study === undefined) {
      return undefined;
    }
    chestSeries(study, stop.signal)
      .then((series) => setFound({ study, series }))
      .catch((reason: unknown) => stop.signal.aborted || setOpened({ is: 'FAILED', reason }));
    return () => stop.abort();
  }, [study, tries]);

  const chosen = found !== undefined && found.study === study ? choice(found.series, read) : undefined;
  useEffect(() => {
    if (study === undefined || chosen === undefined) {
      return undefined;
    }
    if (chosen === 'NONE') {
      setOpened({ is: 'EMPTY' });
      return undefined;
    }
    const stop = new AbortController();
    fill({ study, series: chosen }, wanted, setOpened, stop.signal).catch(
      (reason: unknown) => stop.signal.aborted || setOpened({ is: 'FAILED', reason }),
    );
    return () => stop.abort();
  }, [study, chosen, wanted]);

  return { opened, again: () => setTries((before) => before + 1) };
};

/** The series to open; undefined while that is not known. */
const choice = (series: readonly ChestSeries[], read: string | null | undefined): string | undefined => {
  const stacks = series.filter((each) => each.imageCount > 1);
  if (stacks.length === 0) {
    return series[0]?.address.series ?? 'NONE';
  }
  if (stacks.length > 1 && read === null) {
    return undefined;
  }
  return (stacks.find((each) => each.address.series === read) ?? stacks[0]).address.series;
};

const fill = async (
  address: SeriesAddress,
  wanted: RefObject<number | undefined>,
  tell: (opened: Opened) => void,
  signal: AbortSignal,
): Promise<void> => {
  const slices = slicesOf(await seriesMetadata(address, signal));
  if (slices.length === 0) {
    tell({ is: 'EMPTY' });
    return;
  }
  const volume = emptyVolume(slices);
  const middle = Math.floor(slices.length / 2);
  const looked = (): number => wanted.current ?? middle;
  let [came, missed, told] = [0, 0, 0];
  const say = (): void => {
    if (!signal.aborted) {
      told = performance.now();
      tell({ is: 'OPEN', address, volume, came, missed });
    }
  };
  say();
  await loadSlices(
    volume,
    address,
    looked,
    {
      came: (slice) => {
        came++;
        if (slice === looked() || performance.now() - told > TELL_EVERY_MS) {
          say();
        }
      },
      missed: () => {
        missed++;
        say();
      },
    },
    signal,
  );
  say();
};

/** A value that later code reads without being made anew. */
export const useLatest = <T,>(value: T): RefObject<T> => {
  const latest = useRef(value);
  latest.current = value;
  return latest;
};
