import { Fragment, useState, type ReactElement } from 'react';
import { useLanguage, useWords } from '../language/language';
import { Reason } from '../language/Reason';
import { moment, shownAs } from './numbers';
import type { Reading, RegionNumbers } from './reading';
import { READING_WORDS, type ReadingWords } from './words';

type Key = 'opacityPercent' | 'groundGlassPercent' | 'consolidationPercent' | 'volumeMl';
const COLUMNS: readonly Key[] = ['opacityPercent', 'groundGlassPercent', 'consolidationPercent', 'volumeMl'];
const ALL = [
  'opacityPercent', 'opacityMl', 'groundGlassPercent', 'groundGlassMl', 'consolidationPercent', 'consolidationMl',
  'highOpacityPercent', 'opacityMassG', 'volumeMl', 'meanHu', 'sdHu', 'lesionCount',
] as const;

const isZone = ({ region }: RegionNumbers): boolean => region.endsWith('_ZONE');
const isLobe = ({ region }: RegionNumbers): boolean => region.length === 3;

/** Every region with what was measured of it; a press shows all of it, and what it rests on. */
export const Regions = ({ reading }: { readonly reading: Reading }): ReactElement => {
  const words = useWords(READING_WORDS);
  const [open, setOpen] = useState<string>();
  const all = reading.regions ?? [];
  const hasLobes = all.some((each) => isLobe(each) && each.opacityPercent !== undefined);
  const [areZonesShown, setZonesShown] = useState(!hasLobes);
  const level = reading.intervals ? String(Math.round(reading.intervals.level * 100)) : '';
  return (
    <section aria-labelledby="regions">
      <h2 id="regions">{words.regions}</h2>
      {!hasLobes && <p className="quiet">{words.lobesNotMeasured}</p>}
      <table className="numbers regions">
        <thead>
          <tr>
            <th scope="col">{words.column.region}</th>
            <th scope="col" className="number">
              {words.column.opacityPercent}
              <small>%</small>
              {level && <small>{words.column.interval(level)}</small>}
            </th>
            <th scope="col" className="number">{words.column.groundGlassPercent}<small>%</small></th>
            <th scope="col" className="number">{words.column.consolidationPercent}<small>%</small></th>
            <th scope="col" className="number">{words.column.volumeMl}<small>mL</small></th>
          </tr>
        </thead>
        <tbody>
          {all
            .filter((each) => areZonesShown || !isZone(each))
            .map((each) => (
              <Fragment key={each.region}>
                <tr className={each.region === 'LUNGS' ? 'whole' : undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      className="plain"
                      aria-expanded={open === each.region}
                      aria-label={words.details(words.region[each.region] ?? each.region)}
                      onClick={() => setOpen(open === each.region ? undefined : each.region)}
                    >
                      {words.region[each.region] ?? each.region}
                    </button>
                  </th>
                  {COLUMNS.every((key) => each[key] === undefined) && (
                    <td colSpan={COLUMNS.length} className="quiet">
                      {words.notMeasured}
                      <WhyNot numbers={each} words={words} />
                    </td>
                  )}
                  {COLUMNS.some((key) => each[key] !== undefined) && COLUMNS.map((key) => (
                    <td key={key} className="number">
                      <Value numbers={each} quantity={key} words={words} />
                      {key === 'opacityPercent' && each.opacityPercentInterval && (
                        <small>{words.interval(...spoken(key, each.opacityPercentInterval))}</small>
                      )}
                    </td>
                  ))}
                </tr>
                {open === each.region && (
                  <tr>
                    <td colSpan={COLUMNS.length + 1}>
                      <Details numbers={each} reading={reading} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
        </tbody>
      </table>
      {all.some(isZone) && (
        <label className="row">
          <input type="checkbox" checked={areZonesShown} onChange={() => setZonesShown(!areZonesShown)} />
          {words.zones}
        </label>
      )}
    </section>
  );
};

const WhyNot = ({ numbers, words }: { readonly numbers: RegionNumbers; readonly words: ReadingWords }): ReactElement | null => {
  const why = numbers.notMeasured?.opacityPercent;
  return why ? <>{`, ${words.because}: `}<Reason {...why} /></> : null;
};

const spoken = (key: string, [low, high]: readonly [number, number]): [string, string] => [
  shownAs(key, low),
  shownAs(key, high),
];

/** The number; or, in words, that there is none. */
const Value = (given: {
  readonly numbers: RegionNumbers;
  readonly quantity: (typeof ALL)[number];
  readonly words: ReadingWords;
}): ReactElement => {
  const value = given.numbers[given.quantity];
  return value === undefined ? (
    <span className="quiet">{given.words.notMeasured}</span>
  ) : (
    <>{shownAs(given.quantity, value)}</>
  );
};

/** All numbers of a region: what each is, its unit, its interval, why it is missing, who made the masks. */
const Details = ({ numbers, reading }: { readonly numbers: RegionNumbers; readonly reading: Reading }): ReactElement => {
  const words = useWords(READING_WORDS);
  return (
    <div className="details">
      <dl>
        {ALL.map((key) => {
          const [name, unit, definition] = words.quantity[key];
          const interval = key === 'volumeMl' ? numbers.volumeMlInterval : key === 'opacityPercent' ? numbers.opacityPercentInterval : undefined;
          const why = numbers.notMeasured?.[key];
          const whyNoInterval = numbers.notMeasured?.[`${key}Interval`];
          return (
            <div key={key}>
              <dt>{name}</dt>
              <dd>
                <b>
                  <Value numbers={numbers} quantity={key} words={words} /> {numbers[key] === undefined ? '' : unit}
                </b>
                {interval && ` (${words.interval(...spoken(key, interval))} ${unit})`}
                <p className="quiet">{definition}</p>
                {why && <p className="warn">{`${words.because}: `}<Reason {...why} /></p>}
                {whyNoInterval && !why && <p className="quiet"><Reason {...whyNoInterval} /></p>}
              </dd>
            </div>
          );
        })}
      </dl>
      <Basis reading={reading} />
    </div>
  );
};

/** On what all numbers rest: the interval's meaning, the networks, the voxels, the program. */
export const Basis = ({ reading }: { readonly reading: Reading }): ReactElement => {
  const words = useWords(READING_WORDS);
  const { language } = useLanguage();
  const { intervals, networks = [], series, software } = reading;
  return (
    <div className="basis">
      <p>
        {intervals
          ? words.intervalMeans(String(Math.round(intervals.level * 100)), intervals.patients)
          : words.intervalMissing}
      </p>
      {networks.length === 0 && <p>{words.networkMissing}</p>}
      {networks.map((each) => (
        <p key={each.sha256}>
          {`${words.madeBy}: ${words.network(each.name, each.version)}. ${words.hash}: `}
          <code>{each.sha256}</code>
        </p>
      ))}
      <p>
        {series.sliceCount !== undefined && `${words.seriesRead(series.sliceCount)}; `}
        {series.spacingMm
          ? words.spacing(...(series.spacingMm.map((mm) => mm.toFixed(2)) as [string, string, string]))
          : words.spacingUnknown}
        {software && `. ${words.software}: ${software.name} ${software.version}`}
        {reading.readAt && `. ${words.readAt}: ${moment(reading.readAt, language)}`}
      </p>
    </div>
  );
};
