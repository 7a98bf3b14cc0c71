import { asked } from './dicomweb';
import { readMask, unzip, type Mask } from './mask';
import type { Structure } from './structures';

export type MaskName = Structure['mask'];

const NAMES: readonly MaskName[] = ['opacity', 'lungs', 'lobes'];

/**
 * Fetches the masks that a reading wrote, those of opacity first.
 *
 * @param fileAt where a file of the reading is
 * @param paths which files there are
 */
export const loadMasks = (
  fileAt: (path: string) => string,
  paths: readonly string[],
  came: (name: MaskName, mask: Mask) => void,
  signal: AbortSignal,
): Promise<unknown> =>
  Promise.all(
    NAMES.map((name) => ({ name, path: `masks/${name}.nii.gz` }))
      .filter(({ path }) => paths.includes(path))
      .map(async ({ name, path }) => {
        const answer = await asked(fileAt(path), 'application/gzip, application/octet-stream', signal);
        const mask = readMask(await unzip(await answer.blob()));
        if (!signal.aborted) {
          came(name, mask);
        }
      }),
  );
