import { useMemo, useState, type ReactElement } from 'react';
import { useWords } from '../language/language';
import { Reason } from '../language/Reason';
import { shownAs } from '../reading/numbers';
import { READING_WORDS } from '../reading/words';
import { wholeCourse, type Link } from './chain';
import { colourOf, QUANTITIES, type Comparison, type FollowedLesion, type Quantity, type Verdict } from './comparison';
import { CourseChart } from './CourseChart';
import { COMPARISON_WORDS } from './words';

/** A change with its sign; none where it rounds to nothing. */
const signed = (key: string, value: number): string => {
  const size = shownAs(key, Math.abs(value));
  return Number(size) === 0 ? size : `${value > 0 ? '+' : '−'}${size}`;
};

const TONES: Record<Verdict, string> = { INCREASED: 'bad', DECREASED: 'good', WITHIN_ERROR: 'quiet' };

/** A remark that stands above everything else, with more in it. */
const CORRECTED = 'REP-023';

interface Given {
  readonly comparison: Comparison | null | undefined;
  readonly links: readonly Link[];
  readonly hasFailed: boolean;
  readonly selected: FollowedLesion | undefined;
  readonly onSelect: (lesion: FollowedLesion | undefined) => void;
}

/** What changed since the prior date, beside the error of its measurement. */
export const ChangePanel = (given: Given): ReactElement => {
  const words = useWords(COMPARISON_WORDS);
  const { comparison } = given;
  const remarks = (comparison?.remarks ?? []).filter(({ code }) => code !== CORRECTED);
  if (given.hasFailed) {
    return <p role="alert" className="bad">{words.failed}</p>;
  }
  if (!comparison) {
    return <p role="status">{comparison === null ? words.loading : words.none}</p>;
  }
  if (comparison.status === 'refused') {
    return (
      <section>
        <p>{words.refused}</p>
        <Remarks remarks={comparison.refusals} />
      </section>
    );
  }
  return (
    <>
      <Corrections comparison={comparison} />
      <Course comparison={comparison} links={given.links} />
      <RegionTable comparison={comparison} />
      <LesionTable {...given} comparison={comparison} />
      <section aria-labelledby="alignment">
        <h2 id="alignment">{words.alignment}</h2>
        {comparison.registration && <Quality registration={comparison.registration} />}
        <h3>{words.remarks}</h3>
        {remarks.length === 0 ? <p>{words.remarksNone}</p> : <Remarks remarks={remarks} />}
      </section>
    </>
  );
};

/** Whose outlines the dates are compared with, where they are not the network's. */
const Corrections = ({ comparison }: { readonly comparison: Comparison }): ReactElement => {
  const words = useWords(COMPARISON_WORDS);
  return (
    <>
      {comparison.dates.map(
        ({ correction, date, studyName }) =>
          correction && (
            <p key={studyName}>
              {words.corrected(date ?? studyName, correction.by ?? '', timeOf(correction.at))}
            </p>
          ),
      )}
    </>
  );
};

const timeOf = (at: string | undefined): string => (at ?? '').slice(0, 16).replace('T', ' ');

const Remarks = ({ remarks }: { readonly remarks: Comparison['refusals'] }): ReactElement => (
  <ul className="reasons">
    {remarks.map((each) => (
      <li key={`${each.code}${each.message}`}><Reason code={each.code} message={each.message} /></li>
    ))}
  </ul>
);

const Quality = ({ registration: r }: { readonly registration: NonNullable<Comparison['registration']> }): ReactElement => (
  <p>
    {useWords(COMPARISON_WORDS).quality(
      r.lungOverlapAffine.toFixed(3), r.lungOverlap.toFixed(3), r.residualHu.toFixed(1), r.foldedVoxelsPercent.toFixed(2), r.inverseErrorMm.toFixed(2),
    )}
  </p>
);

const Course = ({ comparison, links }: { readonly comparison: Comparison; readonly links: readonly Link[] }): ReactElement => {
  const words = useWords(COMPARISON_WORDS);
  const whole = useMemo(() => (links.length > 1 ? wholeCourse(links) : comparison), [links, comparison]);
  const { course } = comparison;
  const days = Number(course?.doublingDays?.value);
  return (
    <section aria-labelledby="course">
      <h2 id="course">{words.course}</h2>
      {course && (
        <p>
          {`${words.verdictOf}: `}<b>{words.courseVerdict[course.verdict] ?? course.verdict}</b>
          {comparison.dates.length > 2 && (
            <>{`. ${words.sinceFirst}: `}<b>{words.courseVerdict[course.sinceFirst] ?? course.sinceFirst}</b></>
          )}
        </p>
      )}
      <CourseChart comparison={whole} />
      {Number.isFinite(days) && course?.doublingDays && (
        <p>{`${days < 0 ? words.halving : words.doubling}: ${words.daysOf(Math.abs(days).toFixed(0))}`}</p>
      )}
      {Object.entries(course?.notEstimated ?? {}).map(([key, why]) => (
        <p key={key} className="quiet">
          {`${words.notEstimated[key] ?? key} ${words.notEstimatedBecause}: `}<Reason {...why} />
        </p>
      ))}
    </section>
  );
};

const RegionTable = ({ comparison }: { readonly comparison: Comparison }): ReactElement => {
  const words = useWords(COMPARISON_WORDS);
  const names = useWords(READING_WORDS);
  const [quantity, setQuantity] = useState<Quantity>('opacityPercent');
  const { column } = words;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{words.changes}</h2>
      <label className="row">
        {words.shownQuantity}
        <select value={quantity} onChange={(event) => setQuantity(event.target.value as Quantity)}>
          {QUANTITIES.map((each) => (
            <option key={each} value={each}>{words.quantity[each].join(', ')}</option>
          ))}
        </select>
      </label>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{column.region}</th>
            <th scope="col" className="number">{column.before}</th>
            <th scope="col" className="number">{column.now}</th>
            <th scope="col" className="number">{column.change}</th>
            <th scope="col" className="number">{column.limit}</th>
            <th scope="col">{column.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {(comparison.regions ?? []).map((region) => {
            const change = region[quantity];
            const why = region.notCompared?.[quantity];
            return (
              <tr key={region.region} className={region.region === 'LUNGS' ? 'whole' : undefined}>
                <th scope="row">{names.region[region.region] ?? region.region}</th>
                {change ? (
                  <>
                    <td className="number">{shownAs(quantity, change.values[0])}</td>
                    <td className="number">{shownAs(quantity, change.values[1])}</td>
                    <td className="number">{signed(quantity, change.change)}</td>
                    <td className="number">{shownAs(quantity, change.limitOfDetectableChange)}</td>
                    <td className={quantity === 'volumeMl' || quantity === 'meanHu' ? undefined : TONES[change.verdict]}>
                      {words.verdict[change.verdict]}
                    </td>
                  </>
                ) : (
                  <td colSpan={5} className="quiet">
                    {words.notCompared}
                    {why && <>{`, ${words.because}: `}<Reason {...why} /></>}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="quiet">{words.changesNote}</p>
    </section>
  );
};

const LesionTable = (given: Given & { readonly comparison: Comparison }): ReactElement => {
  const words = useWords(COMPARISON_WORDS);
  const names = useWords(READING_WORDS);
  const { comparison, selected, onSelect } = given;
  const lesions = comparison.lesions ?? [];
  const identityOf = new Map(lesions.map((each) => [each.trackingUid, each.identity]));
  const { lesionColumn: column } = words;
  return (
    <section aria-labelledby="followed">
      <h2 id="followed">{`${words.lesions} (${lesions.length})`}</h2>
      <p className="quiet">{words.lesionsNote}</p>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{column.number}</th>
            <th scope="col">{column.place}</th>
            <th scope="col" className="number">{column.volumes}</th>
            <th scope="col" className="number">{column.change}</th>
            <th scope="col">{column.fate}</th>
          </tr>
        </thead>
        <tbody>
          {lesions.map((each) => {
            const isChosen = each.identity === selected?.identity;
            const place = [...each.region].reverse().find((region) => region !== null) ?? '';
            const partner = identityOf.get(each.mergedInto ?? each.splitFrom ?? '');
            return (
              <tr key={each.identity} className={isChosen ? 'chosen' : undefined}>
                <th scope="row">
                  <button type="button" aria-pressed={isChosen} onClick={() => onSelect(isChosen ? undefined : each)}>
                    <span className="swatch" style={{ background: colourOf(each.identity) }} aria-hidden="true" /> {each.identity}
                  </button>
                </th>
                <td>{names.region[place] ?? place}</td>
                <td className="number">
                  {each.volumeMl
                    ? each.volumeMl.map((ml) => (ml === null ? words.absent : shownAs('volumeMl', ml))).join(' → ')
                    : names.notMeasured}
                </td>
                <td className="number">
                  {each.changeMl === undefined ? (
                    <span className="quiet">{words.notCompared}</span>
                  ) : (
                    `${signed('volumeMl', each.changeMl)} ± ${shownAs('volumeMl', each.limitOfDetectableChangeMl ?? 0)}`
                  )}
                </td>
                <td className={each.verdict && TONES[each.verdict]}>
                  {each.fate && (words.fate[each.fate] ?? each.fate)}
                  {partner !== undefined && ` (${partner})`}
                  {each.doubt && <small><Reason {...each.doubt} /></small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
