import { describe, expect, test } from 'vitest';
import type { Entry } from '../api/worklist';
import { courseOf } from './course';

const read = (uid: string, studyDate: string, percent: number | null, more: Partial<Entry> = {}): Entry =>
  ({
    institution: 'main', studyInstanceUid: uid, patientId: 'P1', studyDate,
    summary: { opacityPercent: percent, opacityPercentInterval: [1, 9], isWithinValidated: true }, ...more,
  }) as Entry;

describe('the course of a patient', () => {
  const now = read('3', '20200220', 8);

  test('goes up to the case itself, by date', () => {
    const all = [now, read('1', '20200212', 7), read('2', '20200216', 9), read('4', '20200301', 2)];
    expect(courseOf(now, all).map((point) => point.percent)).toEqual([7, 9, 8]);
  });

  test('leaves out others, other institutions, and what was not measured', () => {
    const all = [
      now,
      read('1', '20200101', 1, { patientId: 'P11' }),
      read('2', '20200102', 2, { institution: 'north' }),
      read('5', '20200103', null),
    ];
    expect(courseOf(now, all)).toHaveLength(1);
  });
});
