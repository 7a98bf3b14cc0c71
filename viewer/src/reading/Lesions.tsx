import { useEffect, useRef, type ReactElement } from 'react';
import { useWords } from '../language/language';
import { Reason } from '../language/Reason';
import { shownAs } from './numbers';
import type { Lesion } from './reading';
import { READING_WORDS } from './words';

/** The lesions, largest first; the one that is chosen here or in the images is marked. */
export const Lesions = (given: {
  readonly lesions: readonly Lesion[];
  readonly selected: Lesion | undefined;
  readonly onSelect: (lesion: Lesion | undefined) => void;
}): ReactElement => {
  const { lesions, selected, onSelect } = given;
  const words = useWords(READING_WORDS);
  const chosen = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    // Its answer is a promise in newer browsers, which is nothing to clean up.
    void chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  if (lesions.length === 0) {
    return (
      <section aria-labelledby="lesions">
        <h2 id="lesions">{words.lesions}</h2>
        <p>{words.lesionsNone}</p>
      </section>
    );
  }
  const { number, place, kind, volume, mean, slice } = words.lesionColumn;
  return (
    <section aria-labelledby="lesions">
      <h2 id="lesions">{`${words.lesions} (${lesions.length})`}</h2>
      <p className="quiet">{words.lesionsNote}</p>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{number}</th>
            <th scope="col">{place}</th>
            <th scope="col">{kind}</th>
            <th scope="col" className="number">{volume}</th>
            <th scope="col" className="number">{mean}</th>
            <th scope="col" className="number">{slice}</th>
          </tr>
        </thead>
        <tbody>
          {lesions.map((each) => {
            const isChosen = each.number === selected?.number;
            return (
              <tr key={each.number} ref={isChosen ? chosen : undefined} className={isChosen ? 'chosen' : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={isChosen}
                    aria-label={`${number} ${each.number}, ${words.region[each.region] ?? each.region}`}
                    onClick={() => onSelect(isChosen ? undefined : each)}
                  >
                    {each.number}
                  </button>
                </th>
                <td>
                  {words.region[each.region] ?? each.region}
                  {each.subpleural && <small>{words.subpleural}</small>}
                </td>
                <td>{words.kind[each.kind] ?? each.kind}</td>
                <td className="number">
                  {each.volumeMl !== undefined ? (
                    shownAs('volumeMl', each.volumeMl)
                  ) : (
                    <span className="quiet">
                      {words.notMeasured}
                      {each.notMeasured?.volumeMl && <small><Reason {...each.notMeasured.volumeMl} /></small>}
                    </span>
                  )}
                </td>
                <td className="number">{shownAs('meanHu', each.meanHu)}</td>
                <td className="number">{each.keySlice + 1}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};
