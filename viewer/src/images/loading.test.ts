import { afterEach, describe, expect, test } from 'vitest';
import { loadSlices, nearestOf } from './loading';
import { slicesOf, type DicomJson } from './series';
import { emptyVolume, GIVEN_UP, type Volume } from './volume';

const volumeOf = (slices: number): Volume =>
  emptyVolume(
    slicesOf(
      Array.from({ length: slices }, (_, k): DicomJson => ({
        '00080018': { vr: 'UI', Value: [`1.${k}`] },
        '00280010': { vr: 'US', Value: [2] },
        '00280011': { vr: 'US', Value: [2] },
        '00280030': { vr: 'DS', Value: [1, 1] },
        '00200032': { vr: 'DS', Value: [0, 0, k] },
        '00200037': { vr: 'DS', Value: [1, 0, 0, 0, 1, 0] },
      })),
    ),
  );

const real = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = real;
});

/** A server that notes what is asked for, and how much at once. */
const serve = (answer: (slice: number, times: number) => Response) => {
  const asked: number[] = [];
  const seen = { asked, most: 0 };
  let open = 0;
  globalThis.fetch = async (input) => {
    const slice = Number(/instances\/1\.(\d+)\//.exec(String(input))?.[1]);
    asked.push(slice);
    seen.most = Math.max(seen.most, ++open);
    await new Promise((done) => setTimeout(done, 1));
    open--;
    return answer(slice, asked.filter((each) => each === slice).length);
  };
  return seen;
};

const ADDRESS = { study: '1', series: '2' };

describe('the slices of a series', () => {
  test('come from what is looked at outwards, a few at a time, the first alone', async () => {
    const seen = serve(() => new Response(new ArrayBuffer(8)));
    const came: number[] = [];
    let wanted = 10;
    const progress = {
      came: (slice: number) => {
        came.push(slice);
        wanted = came.length > 6 ? 28 : 10;
      },
      missed: () => expect.fail('none is missed'),
    };
    const volume = volumeOf(30);
    await loadSlices(volume, ADDRESS, () => wanted, progress, new AbortController().signal);
    expect(came[0]).toBe(10);
    expect(came.slice(0, 5).every((slice) => Math.abs(slice - 10) <= 3)).toBe(true);
    expect(came.indexOf(28)).toBeLessThan(16);
    expect(seen.most).toBe(5);
    expect(new Set(came).size).toBe(30);
    expect(volume.isHere.every((each) => each === 1)).toBe(true);
  });

  test('are asked for again after a failure, and given up after three', async () => {
    const seen = serve((slice, times) =>
      slice === 1 || (slice === 2 && times < 3) ? new Response(null, { status: 503 }) : new Response(new ArrayBuffer(8)),
    );
    const missed: number[] = [];
    const volume = volumeOf(4);
    await loadSlices(volume, ADDRESS, () => 0, { came: () => undefined, missed: (slice) => missed.push(slice) }, new AbortController().signal);
    expect(missed).toEqual([1]);
    expect(seen.asked.filter((slice) => slice === 1)).toHaveLength(3);
    expect(Array.from(volume.isHere)).toEqual([1, GIVEN_UP, 1, 1]);
  });

  test('are no longer asked for once somebody leaves', async () => {
    const stop = new AbortController();
    const seen = serve(() => new Response(new ArrayBuffer(8)));
    const progress = { came: () => stop.abort(), missed: () => expect.fail('nobody is told') };
    await loadSlices(volumeOf(30), ADDRESS, () => 0, progress, stop.signal);
    expect(seen.asked.length).toBeLessThanOrEqual(6);
  });
});

test('the nearest waiting slice is found', () => {
  expect(nearestOf(new Set([1, 5, 9]), 6)).toBe(5);
  expect(nearestOf(new Set(), 6)).toBe(-1);
});
