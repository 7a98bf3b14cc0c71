/** Why something was not compared. */
interface Reason {
  readonly code: string;
  readonly message: string;
}

/** What a person changed in the outlines that a date is compared with. */
export interface HandCorrection {
  readonly by?: string;
  readonly at?: string;
  /** Tells this state of the correction from every other. */
  readonly identity?: string;
}

export type Verdict = 'INCREASED' | 'DECREASED' | 'WITHIN_ERROR';

/** A change beside the least that can be told from error. */
export interface Change {
  readonly values: readonly [number, number];
  readonly change: number;
  readonly relativePercent?: number;
  readonly limitOfDetectableChange: number;
  readonly verdict: Verdict;
}

export const QUANTITIES = [
  'opacityPercent', 'opacityMl', 'opacityMlAtCurrentBreath', 'groundGlassMl', 'consolidationMl', 'opacityMassG', 'volumeMl', 'meanHu',
] as const;

export type Quantity = (typeof QUANTITIES)[number];

export type RegionChange = {
  readonly region: string;
  readonly course: string;
  readonly notCompared?: Readonly<Record<string, Reason>>;
} & { readonly [Q in Quantity]?: Change };

export interface ComparedDate {
  readonly studyName: string;
  readonly studyInstanceUid?: string;
  readonly date?: string;
  readonly seriesInstanceUid?: string;
  readonly daysSinceFirst?: number;
  readonly volumeMl?: number;
  readonly opacityMl?: number;
  readonly opacityPercent?: number;
  readonly correction?: HandCorrection;
}

/** Which of two readings' outlines a comparison rests on: the network's, or a person's, and which. */
export const isOfSame = (one: HandCorrection | undefined, other: HandCorrection | undefined): boolean =>
  one?.at === other?.at && one?.identity === other?.identity;

export type Fate = 'PERSISTED' | 'GROWN' | 'SHRUNK' | 'NEW' | 'RESOLVED' | 'MERGED' | 'SPLIT';

/** One lesion through all dates; null where it was not there. */
export interface FollowedLesion {
  readonly identity: number;
  readonly trackingUid: string;
  readonly fate?: Fate;
  readonly mergedInto?: string;
  readonly splitFrom?: string;
  readonly volumeMl?: readonly (number | null)[];
  readonly region: readonly (string | null)[];
  readonly kind: readonly (string | null)[];
  readonly keySlice: readonly (number | null)[];
  readonly centreLps: readonly ((readonly [number, number, number]) | null)[];
  readonly numbers: readonly ((readonly number[]) | null)[];
  readonly changeMl?: number;
  readonly changePercent?: number;
  readonly limitOfDetectableChangeMl?: number;
  readonly verdict?: Verdict;
  readonly doubt?: Reason;
}

export interface Registration {
  readonly prior: number | string;
  readonly current: number | string;
  readonly lungOverlapAffine: number;
  readonly lungOverlap: number;
  readonly residualHu: number;
  readonly foldedVoxelsPercent: number;
  readonly inverseErrorMm: number;
  readonly meanMovementMm: number;
}

type Estimate = { readonly value: number | string; readonly rule: string; readonly source: string };

/** What a comparison found: `comparison.json` of the layout `hilum.comparison/1`. */
export interface Comparison {
  readonly status: 'compared' | 'refused';
  readonly refusals: readonly Reason[];
  readonly dates: readonly ComparedDate[];
  readonly registration?: Registration;
  readonly remarks?: readonly Reason[];
  readonly course?: {
    readonly verdict: string;
    readonly sinceFirst: string;
    readonly daysSinceOnset?: number;
    readonly stage?: Estimate;
    readonly doublingDays?: Estimate;
    readonly notEstimated?: Readonly<Record<string, Reason>>;
  };
  readonly regions?: readonly RegionChange[];
  readonly lesions?: readonly FollowedLesion[];
  readonly pairs?: readonly { readonly prior: number; readonly current: number; readonly regions: readonly RegionChange[] }[];
}

/** One colour a lesion through all dates; neighbours in number are far apart in hue. */
export const colourOf = (identity: number): string => {
  const hue = (identity * 137.5) % 360;
  return `hsl(${hue.toFixed(0)} 85% ${identity % 2 === 0 ? 62 : 70}%)`;
};
