import { frame, type SeriesAddress } from './dicomweb';
import { GIVEN_UP, putSlice, type Volume } from './volume';

/** A browser opens six lines to a server (HTTP/1.1); one is left for everything else. */
const AT_ONCE = 5;

/** Tried again after a lost line; then the slice is missing. */
const TRIES = 3;

export interface Progress {
  /** A slice has come. */
  readonly came: (slice: number) => void;
  /** A slice did not come, whatever was tried. */
  readonly missed: (slice: number, reason: unknown) => void;
}

/**
 * Fetches all slices into a volume, always that next which is nearest to what is looked at.
 *
 * @param wanted the slice that is looked at now
 * @return when all have come or were given up
 */
export const loadSlices = async (
  volume: Volume,
  address: SeriesAddress,
  wanted: () => number,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> => {
  const waiting = new Set(volume.slices.keys());
  const fetchOne = async (slice: number, priority: RequestPriority): Promise<void> => {
    for (let tried = 1; !signal.aborted; tried++) {
      try {
        putSlice(volume, slice, await frame(address, volume.slices[slice].sopInstanceUid, signal, priority));
        progress.came(slice);
        return;
      } catch (reason) {
        if (!signal.aborted && tried === TRIES) {
          volume.isHere[slice] = GIVEN_UP;
          progress.missed(slice, reason);
          return;
        }
      }
    }
  };
  const line = async (): Promise<void> => {
    while (waiting.size > 0 && !signal.aborted) {
      const next = nearestOf(waiting, wanted());
      waiting.delete(next);
      // What is looked at comes before masks, the rest after them.
      await fetchOne(next, next === wanted() ? 'high' : 'low');
    }
  };
  // The first alone: nothing takes the line away from the picture that is waited for.
  const first = nearestOf(waiting, wanted());
  waiting.delete(first);
  await fetchOne(first, 'high');
  await Promise.all(Array.from({ length: AT_ONCE }, line));
};

/** The waiting slice nearest to one. */
export const nearestOf = (waiting: ReadonlySet<number>, to: number): number => {
  let best = -1;
  for (const each of waiting) {
    if (best < 0 || Math.abs(each - to) < Math.abs(best - to)) {
      best = each;
    }
  }
  return best;
};
