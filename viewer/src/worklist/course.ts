import { useEffect, useState } from 'react';
import { cases, type Entry } from '../api/worklist';
import { nameOf } from './shownCases';

const MOST_DATES = 12;
const LONGEST_TEXT = 64;

/** How much of the lungs was opaque at a date. */
export interface Point {
  readonly date: string;
  readonly percent: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** The dates of a patient up to a case's own, of those read so far; the last is the case itself. */
export function courseOf(entry: Entry, all: readonly Entry[]): Point[] {
  return all
    .filter(
      (each) =>
        each.patientId === entry.patientId &&
        each.institution === entry.institution &&
        (nameOf(each) === nameOf(entry) || each.studyDate < entry.studyDate),
    )
    .flatMap((each) => {
      const percent = each.summary?.opacityPercent;
      const [low = null, high = null] = each.summary?.opacityPercentInterval ?? [];
      return typeof percent === 'number' && each.studyDate !== '' ? [{ date: each.studyDate, percent, low, high }] : [];
    })
    .sort((one, other) => one.date.localeCompare(other.date))
    .slice(-MOST_DATES);
}

const isCompared = (entry: Entry): boolean =>
  entry.comparison !== null && entry.comparison !== undefined && entry.patientId !== '' && entry.patientId.length <= LONGEST_TEXT;

/** The courses of the cases that were compared with a prior, one patient asked for after the other. */
export function useCourses(entries: readonly Entry[]): ReadonlyMap<string, readonly Point[]> {
  const [known, setKnown] = useState<ReadonlyMap<string, readonly Point[]>>(new Map());
  const wanted = entries.filter(isCompared).map((entry) => `${nameOf(entry)} ${entry.readAt ?? ''}`).join('\n');
  useEffect(() => {
    let isWanted = true;
    const askAll = async (): Promise<void> => {
      for (const entry of entries.filter(isCompared)) {
        const page = await cases({ states: ['READ'], text: entry.patientId, order: 'study-date', offset: 0, limit: 50 });
        if (!isWanted) {
          return;
        }
        setKnown((before) => new Map(before).set(nameOf(entry), courseOf(entry, page.entries)));
      }
    };
    // Without a course the verdict stands alone.
    askAll().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return known;
}
