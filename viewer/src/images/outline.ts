import type { LabelPicture } from './plane';

/** A closed line along edges of pixels: x, y, x, y, …; pixel (c, r) covers c to c+1 and r to r+1. */
export type Outline = readonly number[];

/** The outlines of each label of a picture. */
export type Outlines = ReadonlyMap<number, readonly Outline[]>;

/**
 * The outlines of what each label covers in a picture: each outer border clockwise as seen on the
 * screen, each hole the other way; straight runs are one step. Label 0 is nothing and has none.
 *
 * Cost: one pass over the pixels, then linear in the borders.
 */
export const outlines = ({ columns, rows, labels }: LabelPicture): Outlines => {
  const width = columns + 1;
  // Label -> corner -> corners that a border leads to, the inside on its right hand.
  const borders = new Map<number, Map<number, number[]>>();
  const lead = (label: number, from: number, to: number): void => {
    const leads = borders.get(label) ?? new Map<number, number[]>();
    borders.set(label, leads);
    const known = leads.get(from);
    if (known) {
      known.push(to);
    } else {
      leads.set(from, [to]);
    }
  };
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const label = labels[at];
      if (label === 0) {
        continue;
      }
      const corner = row * width + column;
      if (row === 0 || labels[at - columns] !== label) lead(label, corner, corner + 1);
      if (column === columns - 1 || labels[at + 1] !== label) lead(label, corner + 1, corner + 1 + width);
      if (row === rows - 1 || labels[at + columns] !== label) lead(label, corner + 1 + width, corner + width);
      if (column === 0 || labels[at - 1] !== label) lead(label, corner + width, corner);
    }
  }
  return new Map([...borders].map(([label, leads]) => [label, follow(leads, width)]));
};

/** Walks along the borders until each came back to where it began. */
const follow = (leads: Map<number, number[]>, width: number): Outline[] => {
  const found: Outline[] = [];
  for (const begin of leads.keys()) {
    while (leads.get(begin)?.length) {
      const corners: number[] = [];
      let at = begin;
      let before = 0;
      do {
        const next = take(leads.get(at) ?? [], at, before, width);
        const step = next - at;
        if (step !== before) {
          corners.push(at % width, Math.floor(at / width));
        }
        before = step;
        at = next;
      } while (at !== begin);
      found.push(corners);
    }
  }
  return found;
};

/** Takes a way on: where two pixels meet at a corner only, to the right, which keeps them apart. */
const take = (ways: number[], at: number, before: number, width: number): number => {
  const right = at + (before === 1 ? width : before === width ? -1 : before === -1 ? -width : 1);
  const chosen = Math.max(0, ways.indexOf(right));
  const [next] = ways.splice(chosen, 1);
  if (next === undefined) {
    throw new Error('a border ends');
  }
  return next;
};
