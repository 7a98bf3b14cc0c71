import { describe, expect, test } from 'vitest';
import type { Reading } from '../reading/reading';
import type { Comparison, HandCorrection } from './comparison';
import { isBehind } from './useComparison';

const reading = (correction?: HandCorrection): Reading => ({ status: 'read', refusals: [], series: {}, correction });

const comparison = (prior?: HandCorrection, current?: HandCorrection): Comparison => ({
  status: 'compared',
  refusals: [],
  dates: [
    { studyName: 'first' },
    { studyName: 'prior', correction: prior },
    { studyName: 'current', correction: current },
  ],
});

const ONE = { by: 'a', at: '2020-02-20T10:00:00Z', identity: '1 revision 1' };
const OTHER = { by: 'a', at: '2020-02-20T10:00:00Z', identity: '1 revision 2' };

describe('a comparison', () => {
  test('is behind where it rests on other outlines than those that count', () => {
    expect(isBehind(comparison(), reading(ONE), reading())).toBe(true);
    expect(isBehind(comparison(undefined, ONE), reading(OTHER), reading())).toBe(true);
    expect(isBehind(comparison(undefined, ONE), reading(), reading())).toBe(true);
    expect(isBehind(comparison(), reading(), reading(ONE))).toBe(true);
  });

  test('is not behind where it rests on them, or as long as nobody knows', () => {
    expect(isBehind(comparison(ONE, OTHER), reading(OTHER), reading(ONE))).toBe(false);
    expect(isBehind(comparison(), reading(), reading())).toBe(false);
    expect(isBehind(comparison(ONE), reading(), null)).toBe(false);
    expect(isBehind(undefined, reading(ONE), undefined)).toBe(false);
    expect(isBehind(comparison(), null, null)).toBe(false);
  });
});
