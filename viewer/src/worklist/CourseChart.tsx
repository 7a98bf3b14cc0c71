import type { ReactElement } from 'react';
import type { Point } from './course';
import { dateOf } from './spoken';
import type { WORDS } from './words';

const WIDTH = 96;
const HEIGHT = 30;
const RIM = 4;

const dayOf = (date: string): number => Date.parse(dateOf(date)) / 86_400_000;

/** Opacity of the lungs over the dates of a patient, from zero up, with the interval of each. */
export const CourseChart = (given: {
  readonly course: readonly Point[];
  readonly words: (typeof WORDS)['en'];
}): ReactElement | null => {
  const { course, words } = given;
  const days = course.map((point) => dayOf(point.date));
  if (course.length < 2 || days.some(Number.isNaN)) {
    return null;
  }
  const [first, last] = [days[0], days[days.length - 1]];
  const top = Math.max(1, ...course.map((point) => point.high ?? point.percent));
  const x = (n: number): number =>
    RIM + ((WIDTH - 2 * RIM) * (last > first ? (days[n] - first) / (last - first) : n / (course.length - 1)));
  const y = (percent: number): number => HEIGHT - RIM - ((HEIGHT - 2 * RIM) * percent) / top;
  const line = course.map((point, n) => `${n === 0 ? 'M' : 'L'}${x(n)} ${y(point.percent)}`).join('');
  const told = course.map((point) => words.pointOf(dateOf(point.date), point.percent.toFixed(1))).join('; ');
  return (
    <svg className="course" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={told}>
      <title>{told}</title>
      <path className="floor" d={`M0 ${HEIGHT - RIM}H${WIDTH}`} />
      {course.map(
        (point, n) =>
          point.low !== null &&
          point.high !== null && <path key={point.date} className="range" d={`M${x(n)} ${y(point.low)}V${y(point.high)}`} />,
      )}
      <path className="line" d={line} />
      {course.map((point, n) => (
        <circle key={`${point.date} ${x(n)}`} cx={x(n)} cy={y(point.percent)} r="2.500" />
      ))}
    </svg>
  );
};
