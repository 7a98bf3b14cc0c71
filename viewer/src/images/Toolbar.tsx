import type { ReactElement } from 'react';
import { useWords } from '../language/language';
import type { Masks } from './overlay';
import type { Tool } from './Pane';
import { STRUCTURES, WINDOWS, type Window } from './structures';
import { IMAGE_WORDS } from './words';

/** How the images are shown. */
export interface Shown {
  readonly grey: Window;
  /** Structures that are not outlined. */
  readonly off: ReadonlySet<string>;
  readonly lines: number;
  readonly fill: number;
  readonly tool: Tool;
  readonly isOnlyAxial: boolean;
}

const TOOLS: readonly Tool[] = ['POINT', 'MEASURE', 'PAN', 'ZOOM', 'WINDOW'];

interface Given {
  readonly shown: Shown;
  readonly masks: Masks;
  readonly isPlaying: boolean;
  readonly hasLengths: boolean;
  readonly canCross: boolean;
  readonly onChange: (to: Partial<Shown>) => void;
  readonly onPlay: () => void;
  readonly onClear: () => void;
}

/** What is shown and how, beside the images. */
export const Toolbar = (given: Given): ReactElement => {
  const { shown, masks, onChange } = given;
  const words = useWords(IMAGE_WORDS);
  const toggle = (name: string): void => {
    const off = new Set(shown.off);
    if (!off.delete(name)) {
      off.add(name);
    }
    onChange({ off });
  };
  return (
    <div className="toolbar">
      <fieldset>
        <legend>{words.window}</legend>
        {WINDOWS.map((each) => (
          <button key={each.name} type="button" aria-pressed={each === shown.grey} onClick={() => onChange({ grey: each })}>
            {words.windows[each.name]}
          </button>
        ))}
        {shown.grey.name === 'OWN' && (
          <output>{`${Math.round(shown.grey.width)} / ${Math.round(shown.grey.centre)} HU`}</output>
        )}
      </fieldset>
      <fieldset>
        <legend>{words.tool}</legend>
        {TOOLS.map((each) => (
          <button key={each} type="button" aria-pressed={each === shown.tool} onClick={() => onChange({ tool: each })}>
            {words.tools[each]}
          </button>
        ))}
        {given.hasLengths && (
          <button type="button" onClick={given.onClear}>
            {words.clearLengths}
          </button>
        )}
      </fieldset>
      <fieldset>
        <legend>{words.layout}</legend>
        {given.canCross && (
          <button
            type="button"
            aria-pressed={shown.isOnlyAxial}
            onClick={() => onChange({ isOnlyAxial: !shown.isOnlyAxial })}
          >
            {words.onlyAxial}
          </button>
        )}
        <button type="button" aria-pressed={given.isPlaying} onClick={given.onPlay}>
          {given.isPlaying ? words.stop : words.play}
        </button>
      </fieldset>
      <fieldset className="structures">
        <legend>{words.structures}</legend>
        {STRUCTURES.map((each) => (
          <label key={each.name} title={masks[each.mask] ? undefined : words.notMade}>
            <input
              type="checkbox"
              checked={!shown.off.has(each.name)}
              disabled={!masks[each.mask]}
              onChange={() => toggle(each.name)}
            />
            <span className="swatch" style={{ background: each.colour }} aria-hidden="true" />
            {words.structure[each.name]}
          </label>
        ))}
        <label>
          {words.outlines}
          <input
            type="range" min={0} max={1} step={0.1} value={shown.lines}
            onChange={(event) => onChange({ lines: Number(event.target.value) })}
          />
        </label>
        <label>
          {words.fill}
          <input
            type="range" min={0} max={0.8} step={0.05} value={shown.fill}
            onChange={(event) => onChange({ fill: Number(event.target.value) })}
          />
        </label>
      </fieldset>
    </div>
  );
};
