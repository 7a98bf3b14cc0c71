import type { ReactElement } from 'react';
import { useLanguage, useWords } from '../language/language';
import { Reason } from '../language/Reason';
import { Lesions } from './Lesions';
import { inputName, shownAs } from './numbers';
import { ruleIn } from './rule';
import type { Lesion, Reading, Reason as Why, Score } from './reading';
import { Basis, Regions } from './Regions';
import { READING_WORDS } from './words';

/** What a reading found, beside the images it found it in. */
export const Findings = (given: {
  readonly reading: Reading;
  readonly selected: Lesion | undefined;
  readonly onSelect: (lesion: Lesion | undefined) => void;
}): ReactElement => {
  const { reading } = given;
  const words = useWords(READING_WORDS);
  if (reading.status === 'refused') {
    return (
      <section>
        <p>{words.refused}</p>
        <Reasons reasons={reading.refusals} />
      </section>
    );
  }
  return (
    <>
      <Regions reading={reading} />
      <Lesions lesions={reading.lesions ?? []} selected={given.selected} onSelect={given.onSelect} />
      <Scores scores={reading.scores ?? []} />
      <Pattern reading={reading} />
      <Limits reading={reading} />
      <section aria-labelledby="basis">
        <h2 id="basis">{words.basis}</h2>
        <Basis reading={reading} />
      </section>
    </>
  );
};

export const Reasons = ({ reasons }: { readonly reasons: readonly Why[] }): ReactElement => (
  <ul className="reasons">
    {reasons.map((each) => (
      <li key={`${each.code}${each.message}`}>
        <Reason code={each.code} message={each.message} />
      </li>
    ))}
  </ul>
);

const Scores = ({ scores }: { readonly scores: readonly Score[] }): ReactElement => {
  const words = useWords(READING_WORDS);
  return (
    <section aria-labelledby="scores">
      <h2 id="scores">{words.scores}</h2>
      {scores.map((each) => {
        const why = each.notMeasured?.value;
        const key = each.range[1] === 100 ? 'valuePercent' : 'lesionCount';
        return (
          <details key={each.name}>
            <summary>
              {`${words.score[each.name] ?? each.name}: `}
              {each.value === undefined ? (
                <span className="quiet">{words.notMeasured}</span>
              ) : (
                <b>{words.scoreOf(shownAs(key, each.value), String(each.range[0]), String(each.range[1]))}</b>
              )}
            </summary>
            {why && <p className="warn">{`${words.because}: `}<Reason {...why} /></p>}
            <ul>
              {Object.entries(each.inputs).map(([name, value]) => (
                <li key={name}>{`${inputName(name, words)} ${shownAs('inputPercent', value)}`}</li>
              ))}
              {Object.entries(each.inputsNotMeasured ?? {}).map(([name, reason]) => (
                <li key={name}>
                  {`${inputName(name, words)} ${words.notMeasured}, ${words.because}: `}
                  <Reason {...reason} />
                </li>
              ))}
            </ul>
            <p className="quiet">{`${words.source}: ${words.scoreSource[each.source] ?? each.source}`}</p>
          </details>
        );
      })}
    </section>
  );
};

const Pattern = ({ reading }: { readonly reading: Reading }): ReactElement | null => {
  const words = useWords(READING_WORDS);
  const { language } = useLanguage();
  const { covid19 } = reading;
  if (!covid19) {
    return null;
  }
  const [name, meaning] = words.category[covid19.category] ?? [words.notEstimated, ''];
  return (
    <section aria-labelledby="pattern">
      <h2 id="pattern">{words.pattern}</h2>
      <p>
        <b>{name}</b>
        {covid19.category in words.category && ` · ${words.patternLevel(covid19.coRadsLike)}`}
      </p>
      {meaning !== '' && <p>{meaning}</p>}
      <Reasons reasons={covid19.notEstimated} />
      <p className="quiet">{words.patternNote}</p>
      <details>
        <summary>{words.rule}</summary>
        <p>{ruleIn(language, covid19)}</p>
        <p className="quiet">{words.patternReaders}</p>
        <p className="quiet">{`${words.source}: ${covid19.source}`}</p>
      </details>
    </section>
  );
};

const Limits = ({ reading }: { readonly reading: Reading }): ReactElement => {
  const words = useWords(READING_WORDS);
  const { scope, deviations = [], series } = reading;
  const notChosen = series.notChosen ?? [];
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">{words.limits}</h2>
      {scope && <p className={scope.withinValidated ? undefined : 'warn'}>{scope.withinValidated ? words.within : words.outside}</p>}
      {scope && <Reasons reasons={scope.reasons} />}
      {deviations.length > 0 && (
        <>
          <h3>{words.deviations}</h3>
          <Reasons reasons={deviations} />
        </>
      )}
      {notChosen.length > 0 && (
        <>
          <h3>{words.notChosen}</h3>
          <ul className="reasons">
            {notChosen.map((each) => (
              <li key={each.seriesInstanceUid}>
                <Reason code={each.code} message={each.because} /> <code>{each.seriesInstanceUid}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
