import { describe, expect, test } from 'vitest';
import { wholeCourse, type Link } from './chain';
import type { Comparison, FollowedLesion } from './comparison';
import { inTurn } from './usePlayer';

const lesion = (identity: number, numbers: (number[] | null)[], volumeMl: (number | null)[]): FollowedLesion => ({
  identity, trackingUid: `1.${identity}`, numbers, volumeMl, region: [], kind: [], keySlice: [], centreLps: [],
});

const link = (study: string, dates: string[], lesions: FollowedLesion[], limit: number): Link => ({
  study,
  result: { id: '1', kind: 'COMPARISON', version: 1, isCurrent: true, madeAt: '', series: [], files: [] },
  comparison: {
    status: 'compared',
    refusals: [],
    dates: dates.map((date) => ({ studyName: date, date, opacityMl: Number(date.slice(-2)), daysSinceFirst: 0 })),
    lesions,
    pairs: [{
      prior: 0, current: 1,
      regions: [{
        region: 'LUNGS', course: 'STABLE',
        opacityMl: { values: [1, 2], change: 1, limitOfDetectableChange: limit, verdict: 'WITHIN_ERROR' },
      }],
    }],
  } satisfies Comparison,
});

describe('the course over all dates', () => {
  const whole = wholeCourse([
    link('c', ['2020-02-20', '2020-03-03'], [lesion(1, [[4], [1]], [30, 20]), lesion(2, [[9], null], [1, null]), lesion(3, [null, [2]], [null, 5])], 7),
    link('b', ['2020-02-12', '2020-02-20'], [lesion(5, [[2], [4]], [10, 25]), lesion(6, [[3], [4]], [6, 25])], 3),
  ]);

  test('has each date once, with its days since the first', () => {
    expect(whole.dates.map((each) => [each.date, each.daysSinceFirst])).toEqual([
      ['2020-02-12', 0], ['2020-02-20', 8], ['2020-03-03', 20],
    ]);
  });

  test('has each pair between its dates, with its own error', () => {
    expect(whole.pairs?.map(({ prior, current, regions }) => [prior, current, regions[0].opacityMl?.limitOfDetectableChange])).toEqual([
      [0, 1, 3], [1, 2, 7],
    ]);
  });

  test('follows a lesion back by its numbers, through a merger; what was not there is not zero', () => {
    expect(whole.lesions?.map((each) => each.volumeMl)).toEqual([[16, 30, 20], [null, 1, null], [null, null, 5]]);
    expect(whole.lesions?.[0].numbers).toEqual([[2, 3], [4], [1]]);
  });

  test('of one comparison is that comparison', () => {
    const only = wholeCourse([link('b', ['2020-02-12', '2020-02-20'], [], 3)]);
    expect(only.dates).toHaveLength(2);
  });
});

test('warps in turn lead a point through both', () => {
  const to = new Float64Array(3);
  inTurn((x, y, z, out) => out.set([x + 1, y, z]), (x, y, z, out) => out.set([2 * x, y, z + 5]))(1, 2, 3, to);
  expect([...to]).toEqual([4, 2, 8]);
});
