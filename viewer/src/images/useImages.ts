import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Vector } from './affine';
import { loadMasks, type MaskName } from './masks';
import type { Mask } from './mask';
import type { Masks } from './overlay';
import { useSeries, type Opened } from './useSeries';

/** The files of a reading: which there are, and where each is fetched. */
export interface ReadingFiles {
  readonly paths: readonly string[];
  readonly at: (path: string) => string;
}

/** The images of a study and the masks of its reading, as far as they are here. */
export interface Images {
  readonly opened: Opened;
  readonly again: () => void;
  readonly masks: Masks;
  readonly hasMaskTrouble: boolean;
  /** Which slice is looked at; the next to be fetched are those around it. */
  readonly wanted: RefObject<number | undefined>;
  /** The point of the patient that was looked at last, for another view of the same images. */
  readonly place: RefObject<Vector | undefined>;
}

/**
 * Opens the images of a study and the masks of its reading.
 *
 * @param study its UID; undefined for none
 * @param read the series that was read; null while that is not known, undefined where none was
 */
export const useImages = (
  study: string | undefined,
  read: string | null | undefined,
  files: ReadingFiles | undefined,
): Images => {
  const wanted = useRef<number | undefined>(undefined);
  const place = useRef<Vector | undefined>(undefined);
  const { opened, again } = useSeries(study, read, wanted);
  const [masks, setMasks] = useState<Masks>({});
  const [hasMaskTrouble, setMaskTrouble] = useState(false);
  const isFirstHere = opened.is === 'OPEN' && opened.came > 0;

  useEffect(() => {
    place.current = undefined;
  }, [study]);

  // The picture first: masks are fetched once it is there.
  useEffect(() => {
    const stop = new AbortController();
    setMasks({});
    setMaskTrouble(false);
    if (files && isFirstHere) {
      const came = (name: MaskName, mask: Mask): void => setMasks((before) => ({ ...before, [name]: mask }));
      loadMasks(files.at, files.paths, came, stop.signal).catch(() => stop.signal.aborted || setMaskTrouble(true));
    }
    return () => stop.abort();
  }, [files, isFirstHere]);

  return { opened, again, masks, hasMaskTrouble, wanted, place };
};

/** How many slices have come, and how many could not. */
export const progressOf = ({ opened }: Images): { came: number; missed: number } =>
  opened.is === 'OPEN' ? { came: opened.came, missed: opened.missed } : { came: 0, missed: 0 };
