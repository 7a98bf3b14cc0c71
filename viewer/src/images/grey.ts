import type { Window } from './structures';

/** HU to opaque grey as a canvas stores it: index HU + 32768. What is not there is black. */
export type GreyTable = Uint32Array;

const known = new Map<string, GreyTable>();

/** The grey of every HU through a window (PS3.3 C.11.2.1.2, linear exact). */
export const greyTable = ({ centre, width }: Pick<Window, 'centre' | 'width'>): GreyTable => {
  const name = `${centre}/${width}`;
  const before = known.get(name);
  if (before) {
    return before;
  }
  const table = new Uint32Array(65536);
  for (let n = 0; n < table.length; n++) {
    const share = (n - 32768 - centre) / width + 0.5;
    const grey = Math.round(255 * Math.min(1, Math.max(0, share)));
    table[n] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
  }
  table[0] = 0xff000000;
  if (known.size > 64) {
    known.clear();
  }
  known.set(name, table);
  return table;
};

/** Colours the pixels of a picture. */
export const shade = (hu: Int16Array, table: GreyTable, picture: ImageData): void => {
  const pixels = new Uint32Array(picture.data.buffer);
  for (let n = 0; n < hu.length; n++) {
    pixels[n] = table[hu[n] + 32768];
  }
};
