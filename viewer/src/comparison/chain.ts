import { results, type CaseKey, type Result } from '../api/worklist';
import { current, jsonOf } from '../reading/reading';
import type { ComparedDate, Comparison, FollowedLesion } from './comparison';

/** A comparison with the prior date, and the study it belongs to. */
export interface Link {
  readonly study: string;
  readonly result: Result;
  readonly comparison: Comparison;
}

/** Further back nobody looks, and each date is another request. */
const MOST_LINKS = 12;

/**
 * The comparisons of the earlier dates, newest first, as each date was compared with the one before:
 * the given one, that of its prior, and so on.
 */
export const chainFrom = async (institution: string, first: Link): Promise<Link[]> => {
  const links = [first];
  while (links.length < MOST_LINKS) {
    const study = links[links.length - 1].comparison.dates[0]?.studyInstanceUid;
    if (study === undefined || links.some((each) => each.study === study)) {
      break;
    }
    const key: CaseKey = { institution, studyInstanceUid: study };
    const result = current(await results(key), 'COMPARISON');
    const comparison = result && (await jsonOf<Comparison>(key, result, 'comparison.json'));
    if (!result || comparison?.status !== 'compared') {
      break;
    }
    links.push({ study, result, comparison });
  }
  return links;
};

const DAY_MS = 86_400_000;

const daysBetween = (from: string | undefined, to: string | undefined): number | undefined => {
  const days = from === undefined || to === undefined ? NaN : (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return Number.isFinite(days) ? Math.round(days) : undefined;
};

/**
 * All dates of a chain as one comparison: each date once, each pair beside its own error, each
 * lesion of the newest comparison followed back by the numbers it has in the readings between.
 */
export const wholeCourse = (links: readonly Link[]): Comparison => {
  const [newest, ...earlier] = links.map((each) => each.comparison);
  let dates: ComparedDate[] = [...newest.dates];
  let pairs = [...(newest.pairs ?? [])];
  let lesions: FollowedLesion[] = [...(newest.lesions ?? [])];
  for (const comparison of earlier) {
    const before = comparison.dates.slice(0, -1);
    const by = before.length;
    dates = [...before, ...dates];
    pairs = [
      ...(comparison.pairs ?? []),
      ...pairs.map((pair) => ({ ...pair, prior: pair.prior + by, current: pair.current + by })),
    ];
    lesions = lesions.map((lesion) => extended(lesion, comparison.lesions ?? [], by));
  }
  const first = dates[0]?.date;
  return {
    ...newest,
    dates: dates.map((each) => ({ ...each, daysSinceFirst: daysBetween(first, each.date) })),
    pairs,
    lesions,
  };
};

/** What a lesion was at the dates before, where a comparison knows it by one of its numbers. */
const extended = (lesion: FollowedLesion, before: readonly FollowedLesion[], by: number): FollowedLesion => {
  const own = new Set(lesion.numbers[0] ?? []);
  const same = before.filter((each) => (each.numbers[each.numbers.length - 1] ?? []).some((number) => own.has(number)));
  const volumes = Array.from({ length: by }, (_, date) => {
    const known = same.map((each) => each.volumeMl?.[date]).filter((ml): ml is number => typeof ml === 'number');
    return known.length > 0 ? known.reduce((sum, ml) => sum + ml, 0) : null;
  });
  const numbers = Array.from({ length: by }, (_, date) => {
    const known = same.flatMap((each) => each.numbers[date] ?? []);
    return known.length > 0 ? [...new Set(known)] : null;
  });
  return {
    ...lesion,
    ...(lesion.volumeMl ? { volumeMl: [...volumes, ...lesion.volumeMl] } : {}),
    numbers: [...numbers, ...lesion.numbers],
  };
};
