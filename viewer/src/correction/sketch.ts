import type { Mask } from '../images/mask';
import { MARKED } from '../images/structures';
import type { OpacityClass } from '../api/correction';

/** What a stroke does to the picture at once, before the server has measured. */
export type Effect = { readonly kind: 'PAINT'; readonly class: OpacityClass } | { readonly kind: 'ERASE' } | { readonly kind: 'MARK' };

/**
 * A stroke over a mask that can be taken back; the mask's labels change while it is drawn.
 *
 * Like the server, it paints lung alone and erases opacity alone.
 */
export class Sketch {
  private readonly before = new Map<number, number>();
  readonly voxels = new Set<number>();

  constructor(
    private readonly opacity: Mask,
    private readonly lungs: Mask | undefined,
    private readonly effect: Effect,
  ) {}

  add(voxels: readonly number[]): void {
    const { labels } = this.opacity;
    for (const voxel of voxels) {
      if (this.voxels.has(voxel)) {
        continue;
      }
      this.voxels.add(voxel);
      const next = this.labelFor(voxel);
      if (next !== labels[voxel]) {
        this.before.set(voxel, labels[voxel]);
        labels[voxel] = next;
      }
    }
  }

  private labelFor(voxel: number): number {
    switch (this.effect.kind) {
      case 'PAINT':
        return this.isLung(voxel) ? this.effect.class : this.opacity.labels[voxel];
      case 'ERASE':
        return 0;
      case 'MARK':
        return MARKED;
    }
  }

  private isLung(voxel: number): boolean {
    const side = this.lungs;
    return side === undefined || side.labels.length !== this.opacity.labels.length || side.labels[voxel] !== 0;
  }

  /** Leaves the mask as it was. */
  takeBack(): void {
    this.before.forEach((label, voxel) => {
      this.opacity.labels[voxel] = label;
    });
    this.before.clear();
  }
}

/** A mask whose labels may be changed without changing those of the first. */
export const copied = (mask: Mask): Mask => ({ ...mask, labels: mask.labels.slice() });
