import { componentAt, lesionOf, type ListedLesion } from '../images/lesion';
import type { Mask } from '../images/mask';
import type { Drawable } from '../images/structures';
import { colourOf, type FollowedLesion } from './comparison';

/** A label has one byte; identities beyond share colours. */
const LABELS = 255;

/** Other work gets its turn after so long. */
const PAUSE_AFTER_MS = 12;

export const labelOf = (identity: number): number => ((identity - 1) % LABELS) + 1;

/**
 * The lesions of one date, each under the label of what it is called through all dates.
 *
 * @param listed as the reading of that date lists them
 * @param date which of the compared dates it is
 */
export const colouredMask = async (
  opacity: Mask,
  lungs: Mask | undefined,
  listed: readonly (ListedLesion & { readonly number: number })[],
  followed: readonly FollowedLesion[],
  date: number,
  signal: AbortSignal,
): Promise<Mask> => {
  const identities = new Map(
    followed.flatMap(({ identity, numbers }) => (numbers[date] ?? []).map((number) => [number, identity] as const)),
  );
  const labels = new Uint8Array(opacity.labels.length);
  const seen = new Uint8Array(opacity.labels.length);
  const size = opacity.columns * opacity.rows;
  let paused = performance.now();
  for (const lesion of listed) {
    const identity = identities.get(lesion.number);
    for (let voxel = lesion.keySlice * size; identity !== undefined && voxel < (lesion.keySlice + 1) * size; voxel++) {
      if (opacity.labels[voxel] === 0 || seen[voxel] === 1) {
        continue;
      }
      const component = componentAt(opacity, lungs, voxel);
      const whose = component && lesionOf(component, listed);
      const own = whose && identities.get(whose.number);
      component?.voxels.forEach((each) => {
        seen[each] = 1;
        if (own !== undefined) {
          labels[each] = labelOf(own);
        }
      });
      if (performance.now() - paused > PAUSE_AFTER_MS) {
        await new Promise((done) => setTimeout(done));
        signal.throwIfAborted();
        paused = performance.now();
      }
    }
  }
  return { ...opacity, labels };
};

/** One structure a followed lesion, in its colour. */
export const structuresOf = (followed: readonly FollowedLesion[]): Drawable[] =>
  followed.map(({ identity }) => ({
    name: `LESION_${identity}`,
    mask: 'lesions',
    labels: [labelOf(identity)],
    colour: colourOf(identity),
  }));
