import { problemOf } from '../api/problem';
import { fileOf, type CaseKey, type Result } from '../api/worklist';
import type { HandCorrection } from '../comparison/comparison';

/** Why something was not measured. */
export interface Reason {
  readonly code: string;
  readonly message: string;
}

type Numbers = readonly [number, number];

/** What was measured of a region; what is absent stands under `notMeasured`. */
export interface RegionNumbers {
  readonly region: string;
  readonly volumeMl?: number;
  readonly volumeMlInterval?: Numbers;
  readonly opacityMl?: number;
  readonly opacityPercent?: number;
  readonly opacityPercentInterval?: Numbers;
  readonly groundGlassMl?: number;
  readonly groundGlassPercent?: number;
  readonly consolidationMl?: number;
  readonly consolidationPercent?: number;
  readonly highOpacityPercent?: number;
  readonly meanHu?: number;
  readonly sdHu?: number;
  readonly opacityMassG?: number;
  readonly lesionCount?: number;
  readonly notMeasured?: Readonly<Record<string, Reason>>;
}

export interface Lesion {
  readonly number: number;
  readonly trackingUid: string;
  readonly region: string;
  readonly centreLps: readonly [number, number, number];
  readonly voxels: number;
  readonly volumeMl?: number;
  readonly meanHu: number;
  readonly massG?: number;
  readonly kind: string;
  readonly consolidationPercent: number;
  readonly subpleural: boolean;
  readonly keySlice: number;
  readonly notMeasured?: Readonly<Record<string, Reason>>;
}

export interface Score {
  readonly name: string;
  readonly value?: number;
  readonly range: Numbers;
  readonly inputs: Readonly<Record<string, number>>;
  readonly inputsNotMeasured?: Readonly<Record<string, Reason>>;
  readonly notMeasured?: Readonly<Record<string, Reason>>;
  readonly source: string;
}

/** What a reading found: `reading.json` of the layout `hilum.reading/1`. */
export interface Reading {
  readonly status: 'read' | 'refused';
  readonly refusals: readonly Reason[];
  readonly study?: { readonly date?: string };
  readonly series: {
    readonly seriesInstanceUid?: string;
    readonly sliceCount?: number;
    readonly spacingMm?: readonly [number, number, number];
    readonly notChosen?: readonly { seriesInstanceUid: string; code: string; because: string }[];
  };
  readonly regions?: readonly RegionNumbers[];
  readonly intervals?: { readonly level: number; readonly patients: number };
  readonly scores?: readonly Score[];
  readonly lesions?: readonly Lesion[];
  readonly covid19?: {
    readonly category: string;
    readonly coRadsLike: number;
    readonly rule: string;
    readonly source: string;
    readonly use: string;
    readonly inputs?: Readonly<Record<string, number>>;
    readonly thresholds?: Readonly<Record<string, number>>;
    readonly notEstimated: readonly Reason[];
  };
  readonly scope?: { readonly withinValidated: boolean; readonly reasons: readonly Reason[] };
  readonly deviations?: readonly Reason[];
  readonly networks?: readonly { readonly name: string; readonly version: string; readonly sha256: string }[];
  readonly readAt?: string;
  /** A person corrected its outlines. */
  readonly correction?: HandCorrection;
  readonly software?: { readonly name: string; readonly version: string };
}

/** A file of a result that is JSON. */
export const jsonOf = async <T>(key: CaseKey, result: Result, path: string): Promise<T> => {
  const answer = await fetch(fileOf(key, result, path));
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return (await answer.json()) as T;
};

export const current = (all: readonly Result[], kind: string): Result | undefined =>
  all.find((each) => each.kind === kind && each.isCurrent);
