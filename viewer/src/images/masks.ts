import { asked } from './dicomweb';
import { readMask, unzip, type Mask } from './mask';
import type { Structure } from './structures';

export type MaskName = Structure['mask'];

const FILES: Readonly<Record<MaskName, string>> = {
  opacity: 'masks/opacity.nii.gz',
  lungs: 'masks/lungs.nii.gz',
  lobes: 'masks/lobes.nii.gz',
  levels: 'masks/opacity-levels.nii.gz',
};

/** What is looked at first comes first; what is seen on demand alone, after all else. */
const IN_TURN: readonly (readonly MaskName[])[] = [['opacity', 'lungs', 'lobes'], ['levels']];

/**
 * Fetches the masks that a reading wrote, those of opacity first.
 *
 * @param fileAt where a file of the reading is
 * @param paths which files there are
 */
export const loadMasks = async (
  fileAt: (path: string) => string,
  paths: readonly string[],
  came: (name: MaskName, mask: Mask) => void,
  signal: AbortSignal,
): Promise<void> => {
  for (const names of IN_TURN) {
    await Promise.all(
      names
        .filter((name) => paths.includes(FILES[name]))
        .map(async (name) => {
          const answer = await asked(fileAt(FILES[name]), 'application/gzip, application/octet-stream', signal);
          const mask = readMask(await unzip(await answer.blob()));
          if (!signal.aborted) {
            came(name, mask);
          }
        }),
    );
  }
};
