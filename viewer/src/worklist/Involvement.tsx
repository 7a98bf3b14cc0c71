import type { ReactElement } from 'react';
import type { Summary } from '../api/worklist';
import { percentOf } from './spoken';
import type { WORDS } from './words';

type Words = (typeof WORDS)['en'];

const WIDTH = 96;
const HEIGHT = 10;
const WHOLE = 100;

const at = (percent: number): number => (Math.min(WHOLE, Math.max(0, percent)) / WHOLE) * WIDTH;

/** How much of the lungs is opaque, with its interval: the number, and a bar of the whole lungs. */
export const Involvement = (given: { readonly summary: Summary; readonly words: Words }): ReactElement => {
  const { summary, words } = given;
  const percent = percentOf(summary.opacityPercent);
  if (percent === null || summary.opacityPercent === null || summary.opacityPercent === undefined) {
    return <span className="quiet">{words.notMeasured}</span>;
  }
  const [low, high] = summary.opacityPercentInterval ?? [];
  const hasInterval = typeof low === 'number' && typeof high === 'number';
  return (
    <>
      <span className="amount">{percent}</span>
      {hasInterval && (
        <span className="quiet" title={words.interval(low.toFixed(1), high.toFixed(1))}>
          {` (${low.toFixed(1)}–${high.toFixed(1)})`}
        </span>
      )}
      <svg className="bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
        <rect className="whole" x="0.500" y="2.500" width={WIDTH - 1} height={HEIGHT - 5} />
        <rect className="part" x="0" y="2" width={at(summary.opacityPercent)} height={HEIGHT - 4} />
        {hasInterval && <path className="range" d={`M${at(low)} 5H${at(high)}M${at(low)} 1v8M${at(high)} 1v8`} />}
      </svg>
      {summary.lesionCount !== null && summary.lesionCount !== undefined && (
        <span className="quiet under">{words.lesions(summary.lesionCount)}</span>
      )}
      {summary.category && <span className="quiet under">{words.category[summary.category.toUpperCase()] ?? summary.category}</span>}
    </>
  );
};
