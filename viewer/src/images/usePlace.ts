import { useCallback, useEffect, useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { apply, type Vector } from './affine';
import { stepped } from './reformat';
import { nearest } from './series';
import type { Images } from './useImages';
import { towardsHead, type Volume } from './volume';

const FRAMES_A_SECOND = 12;

/** The point all planes go through, and the ways to move it; up is towards head, back and left. */
export interface Place {
  readonly point: Vector;
  readonly setPoint: Dispatch<SetStateAction<Vector>>;
  /** The slice the point lies on. */
  readonly at: number;
  readonly toSlice: (slice: number) => void;
  readonly scroll: (by: number) => void;
  readonly scrollCoronal: (by: number) => void;
  readonly scrollSagittal: (by: number) => void;
}

/** The middle of a volume. */
export const middleOf = ({ columns, rows, slices, toPatient }: Volume): Vector =>
  apply(toPatient, [Math.floor(columns / 2), Math.floor(rows / 2), Math.floor(slices.length / 2)]);

/** The point at the same place of a slice. */
const onto = ({ slices }: Volume, to: number, point: Vector): Vector => {
  const within = Math.min(slices.length - 1, Math.max(0, to));
  const [one, other] = [slices[nearest(slices, point)].plane.origin, slices[within].plane.origin];
  return [point[0] + other[0] - one[0], point[1] + other[1] - one[1], point[2] + other[2] - one[2]];
};

/** The point at the same place so many slices further up. */
export const moved = (volume: Volume, point: Vector, by: number): Vector =>
  onto(volume, nearest(volume.slices, point) + by * towardsHead(volume), point);

/** Looks at a volume from where its images were looked at last, or from its middle. */
export const usePlace = (volume: Volume, images: Images, isPlaying = false): Place => {
  const [point, setPoint] = useState<Vector>(() => images.place.current ?? middleOf(volume));
  const at = useMemo(() => nearest(volume.slices, point), [volume, point]);
  images.wanted.current = at;
  images.place.current = point;

  const toSlice = useCallback((slice: number) => setPoint((now) => onto(volume, slice, now)), [volume]);
  const scroll = useCallback((by: number) => setPoint((now) => moved(volume, now, by)), [volume]);
  const scrollCoronal = useCallback((by: number) => setPoint((now) => stepped(volume, 'CORONAL', now, by)), [volume]);
  const scrollSagittal = useCallback((by: number) => setPoint((now) => stepped(volume, 'SAGITTAL', now, by)), [volume]);

  useEffect(() => {
    const next = (now: Vector): Vector => onto(volume, (nearest(volume.slices, now) + 1) % volume.slices.length, now);
    const timer = isPlaying ? setInterval(() => setPoint(next), 1000 / FRAMES_A_SECOND) : undefined;
    return () => clearInterval(timer);
  }, [isPlaying, volume]);

  return { point, setPoint, at, toSlice, scroll, scrollCoronal, scrollSagittal };
};
