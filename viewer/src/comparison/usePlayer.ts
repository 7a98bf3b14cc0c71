import { useEffect, useState, type RefObject } from 'react';
import type { Vector } from '../images/affine';
import { seriesMetadata } from '../images/dicomweb';
import { loadSlices } from '../images/loading';
import type { Warp } from '../images/plane';
import { nearest, slicesOf } from '../images/series';
import { emptyVolume, type Volume } from '../images/volume';
import type { Link } from './chain';
import { frameOf, led, loadAlignment, type Alignment } from './deformation';

/** An earlier date laid on the current one. */
export interface LaidDate {
  readonly date: string;
  readonly volume: Volume;
  readonly warp: Warp;
  readonly came: number;
}

/** Each date takes as much memory as its slices. */
const MOST_DATES = 5;
const TELL_EVERY_MS = 300;

/** First one way, then the other. */
export const inTurn =
  (first: Warp, then: Warp): Warp =>
  (x, y, z, to) => {
    first(x, y, z, to);
    then(to[0], to[1], to[2], to);
  };

/**
 * The dates before the prior one, each laid on the current through all registrations between; they
 * come one after the other, the latest first.
 *
 * @param links the chain of comparisons, newest first
 * @param place where one looks on the current date
 */
export const usePlayer = (
  links: readonly Link[],
  prior: Volume,
  alignment: Alignment | null | undefined,
  place: RefObject<Vector | undefined>,
): readonly LaidDate[] => {
  const [laid, setLaid] = useState<readonly LaidDate[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    setLaid([]);
    if (alignment) {
      follow(links.slice(1, MOST_DATES - 1), prior, alignment.toPrior, place, setLaid, stop.signal).catch(() => undefined);
    }
    return () => stop.abort();
  }, [links, prior, alignment, place]);
  return laid;
};

const follow = async (
  links: readonly Link[],
  prior: Volume,
  toPrior: Warp,
  place: RefObject<Vector | undefined>,
  tell: (change: (before: readonly LaidDate[]) => readonly LaidDate[]) => void,
  signal: AbortSignal,
): Promise<void> => {
  let frame = frameOf(prior.slices[0].metadata);
  let warp = toPrior;
  for (const [n, { study, result, comparison }] of links.entries()) {
    const [earlier] = comparison.dates;
    if (!earlier?.studyInstanceUid || !earlier.seriesInstanceUid) {
      return;
    }
    const address = { study: earlier.studyInstanceUid, series: earlier.seriesInstanceUid };
    const slices = slicesOf(await seriesMetadata(address, signal));
    const own = slices[0] && frameOf(slices[0].metadata);
    const step = own && (await loadAlignment(study, result.series, frame, own, signal));
    if (!step) {
      return;
    }
    warp = inTurn(warp, step.toPrior);
    frame = own;
    const volume = emptyVolume(slices);
    const through = warp;
    let [came, told] = [0, 0];
    const say = (): void => {
      told = performance.now();
      const now: LaidDate = { date: earlier.date ?? '', volume, warp: through, came };
      tell((before) => [...before.slice(0, n), now, ...before.slice(n + 1)]);
    };
    const wanted = (): number =>
      place.current ? nearest(slices, led(through, place.current)) : Math.floor(slices.length / 2);
    const heard = (): void => {
      came++;
      if (!signal.aborted && (came === slices.length || performance.now() - told > TELL_EVERY_MS)) {
        say();
      }
    };
    await loadSlices(volume, address, wanted, { came: heard, missed: () => undefined }, signal);
  }
};
