import type { ReactElement } from 'react';
import { WINDOWS, type Window } from '../images/structures';
import { IMAGE_WORDS } from '../images/words';
import { useWords } from '../language/language';
import { COMPARISON_WORDS } from './words';

/** How dates are shown: beside each other, one laid on the other, in turn, or all in turn. */
export type Way = 'SIDE' | 'LAID' | 'FLICKER' | 'PLAYER';

/** What a map of change tells, laid over the current date. */
export type MapKind = 'NONE' | 'EXTENT' | 'DENSITY';
const MAPS: readonly MapKind[] = ['NONE', 'EXTENT', 'DENSITY'];

interface Given {
  readonly way: Way;
  readonly ways: readonly Way[];
  readonly onWay: (way: Way) => void;
  readonly isPaused: boolean;
  readonly onPause: (isPaused: boolean) => void;
  /** Which of all dates is up in the player. */
  readonly turn: number;
  readonly dates: number;
  readonly onTurn: (turn: number) => void;
  readonly onSwap: () => void;
  readonly grey: Window;
  readonly onGrey: (grey: Window) => void;
  readonly canMap: boolean;
  readonly map: MapKind;
  readonly onMap: (map: MapKind) => void;
}

/** What of two dates is shown, and how. */
export const CompareBar = (given: Given): ReactElement => {
  const words = useWords(COMPARISON_WORDS);
  const pictures = useWords(IMAGE_WORDS);
  const { way, isPaused, onPause } = given;
  return (
    <div className="toolbar">
      <fieldset>
        <legend>{words.view}</legend>
        {given.ways.map((each) => (
          <button key={each} type="button" aria-pressed={each === way} onClick={() => given.onWay(each)}>
            {words.views[each]}
          </button>
        ))}
        {(way === 'FLICKER' || way === 'PLAYER') && (
          <button type="button" onClick={() => onPause(!isPaused)}>{isPaused ? words.go : words.pause}</button>
        )}
        {way === 'FLICKER' && <button type="button" onClick={given.onSwap}>{words.swap}</button>}
        {way === 'PLAYER' && (
          <label>
            {words.date}
            <input
              type="range" min={0} max={given.dates - 1} value={given.turn}
              onChange={(event) => given.onTurn(Number(event.target.value))}
            />
          </label>
        )}
      </fieldset>
      <fieldset>
        <legend>{pictures.window}</legend>
        {WINDOWS.map((each) => (
          <button key={each.name} type="button" aria-pressed={each === given.grey} onClick={() => given.onGrey(each)}>
            {pictures.windows[each.name]}
          </button>
        ))}
      </fieldset>
      {given.canMap && (
        <label>
          {words.mapOfChange}
          <select value={given.map} onChange={(event) => given.onMap(event.target.value as MapKind)}>
            {MAPS.map((each) => (
              <option key={each} value={each}>{words.maps[each]}</option>
            ))}
          </select>
        </label>
      )}
      {given.canMap && given.map !== 'NONE' && (
        <ul className="legend">
          {(given.map === 'EXTENT'
            ? [['#d55e00', words.appeared], ['#56b4e9', words.gone], ['#f0e442', words.stayed]]
            : [['#ff7a1a', words.denser('60')], ['#2f8cff', words.lighter('60')]]
          ).map(([colour, said]) => (
            <li key={colour}>
              <span className="swatch" style={{ background: colour }} aria-hidden="true" />
              {said}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
