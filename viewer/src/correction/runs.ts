/** Voxels as runs: base64 of little-endian pairs of 32 bits, the first voxel and how many. */
export const runsOf = (voxels: Iterable<number>): string => {
  const sorted = Uint32Array.from(new Set(voxels)).sort();
  const pairs: number[] = [];
  for (const voxel of sorted) {
    const last = pairs.length - 2;
    if (last >= 0 && pairs[last] + pairs[last + 1] === voxel) {
      pairs[last + 1]++;
    } else {
      pairs.push(voxel, 1);
    }
  }
  const bytes = new DataView(new ArrayBuffer(pairs.length * 4));
  pairs.forEach((value, n) => bytes.setUint32(n * 4, value, true));
  let text = '';
  for (let n = 0; n < bytes.byteLength; n++) {
    text += String.fromCharCode(bytes.getUint8(n));
  }
  return btoa(text);
};
