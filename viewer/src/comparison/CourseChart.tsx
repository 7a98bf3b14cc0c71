import type { ReactElement } from 'react';
import { useWords } from '../language/language';
import { colourOf, type Comparison } from './comparison';
import { COMPARISON_WORDS } from './words';

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [420, 220, 44, 12, 12, 34];

/** A rounded step that cuts a range into about so many parts. */
const stepOf = (range: number, parts: number): number => {
  const rough = range / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
};

/** Opacity of both lungs over all dates, with its error, and each lesion in its colour. */
export const CourseChart = ({ comparison }: { readonly comparison: Comparison }): ReactElement | null => {
  const words = useWords(COMPARISON_WORDS);
  const { dates, lesions = [], pairs = [] } = comparison;
  const inMl = dates.every((each) => each.opacityMl !== undefined);
  const values = dates.map((each) => (inMl ? each.opacityMl : each.opacityPercent));
  if (dates.length < 2 || values.every((each) => each === undefined)) {
    return null;
  }
  const days = dates.map((each) => each.daysSinceFirst);
  const areDated = days.every((each) => each !== undefined);
  const places = dates.map((_, n) => (areDated ? (days[n] ?? 0) : n));
  const lastPlace = Math.max(1, ...places);
  const errors = dates.map((_, n) => {
    const limits = pairs
      .filter((pair) => pair.prior === n || pair.current === n)
      .map((pair) => pair.regions.find((each) => each.region === 'LUNGS')?.[inMl ? 'opacityMl' : 'opacityPercent']?.limitOfDetectableChange)
      .filter((limit): limit is number => limit !== undefined);
    return limits.length > 0 ? Math.max(...limits) / Math.SQRT2 : undefined;
  });
  const highest = Math.max(...values.map((value, n) => (value ?? 0) + (errors[n] ?? 0)), 1e-6) * 1.05;
  const x = (n: number): number => LEFT + (places[n] / lastPlace) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - (value / highest) * (HEIGHT - TOP - BOTTOM);
  const step = stepOf(highest, 4);
  const ticks = Array.from({ length: Math.floor(highest / step) + 1 }, (_, n) => n * step);
  const known = values.flatMap((value, n) => (value === undefined ? [] : [{ n, value, error: errors[n] ?? 0 }]));
  const line = known.map(({ n, value }) => `${x(n)},${y(value)}`).join(' ');
  const band = [
    ...known.map(({ n, value, error }) => `${x(n)},${y(value + error)}`),
    ...[...known].reverse().map(({ n, value, error }) => `${x(n)},${y(Math.max(0, value - error))}`),
  ].join(' ');
  return (
    <figure className="course">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.chartOf(dates.length)}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">{Number(tick.toPrecision(3))}</text>
          </g>
        ))}
        {dates.map((each, n) => (
          <text key={each.studyName} x={x(n)} y={HEIGHT - BOTTOM + 14} textAnchor={n === 0 ? 'start' : n === dates.length - 1 ? 'end' : 'middle'}>
            {areDated ? places[n] : (each.date ?? n + 1)}
          </text>
        ))}
        <text x={(WIDTH + LEFT) / 2} y={HEIGHT - 4} textAnchor="middle">
          {areDated ? words.days(dates[0].date ?? '') : words.order}
        </text>
        <text x={LEFT} y={TOP - 2}>{inMl ? words.ml : words.percent}</text>
        {inMl && lesions.map((lesion) => (
          <polyline
            key={lesion.identity}
            className="lesion"
            stroke={colourOf(lesion.identity)}
            points={(lesion.volumeMl ?? []).flatMap((ml, n) => (ml === null ? [] : [`${x(n)},${y(ml)}`])).join(' ')}
          />
        ))}
        <polygon className="band" points={band} />
        <polyline className="whole" points={line} />
        {known.map(({ n, value }) => (
          <circle key={n} cx={x(n)} cy={y(value)} r="4">
            <title>{`${dates[n].date ?? n + 1}: ${value.toFixed(1)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption className="quiet">{words.bandNote}</figcaption>
    </figure>
  );
};
