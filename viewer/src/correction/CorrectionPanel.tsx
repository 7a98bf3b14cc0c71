import { useState, type ReactElement } from 'react';
import { Problem } from '../api/problem';
import type { OpacityClass } from '../api/correction';
import { Reason } from '../language/Reason';
import { useWords } from '../language/language';
import { Dialog } from '../worklist/Dialog';
import './correction.css';
import type { BrushTool, Correcting } from './useCorrection';
import { WORDS } from './words';

const TOOLS: readonly BrushTool[] = ['PAINT', 'ADD', 'ERASE', 'GROW', 'SPLIT'];
const CLASSES: readonly OpacityClass[] = [1, 2, 3];
const LARGEST_MM = 30;

/** The tools that correct outlines, and what became of the corrections. */
export const CorrectionPanel = (given: {
  readonly correcting: Correcting;
  /** Numbers of the lesions that are chosen. */
  readonly chosen: readonly string[];
}): ReactElement => {
  const words = useWords(WORDS);
  const { correcting, chosen } = given;
  const { state, tool } = correcting;
  const [asking, setAsking] = useState<'discard' | 'withdraw'>();
  const [held, setHeld] = useState<string>();
  const other = held === undefined ? undefined : chosen.find((each) => each !== held);
  const hasBrush = tool !== undefined && tool !== 'SPLIT';
  return (
    <section className="correction stack" aria-labelledby="correction-title" data-revision={state?.revision}>
      <div className="row">
        <h2 id="correction-title">{words.title}</h2>
        <span role="status" className="quiet">
          {correcting.isBusy ? words.measuring : state && words.steps(state.steps.length)}
        </span>
      </div>
      <p className="quiet small">{words.hint}</p>
      <fieldset className="row">
        <legend className="unseen">{words.tools}</legend>
        <button type="button" aria-pressed={tool === undefined} onClick={() => correcting.choose(undefined)}>
          {words.none}
        </button>
        {TOOLS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={tool === each}
            title={words.does[each]}
            onClick={() => correcting.choose(each)}
          >
            {words.tool[each]}
          </button>
        ))}
      </fieldset>
      {tool && <p className="small">{words.does[tool]}</p>}
      <div className="row">
        <label className="row">
          {words.label}
          <select
            value={correcting.label}
            onChange={(event) => correcting.setLabel(Number(event.target.value) as OpacityClass)}
          >
            {CLASSES.map((each) => (
              <option key={each} value={each}>
                {words.labels[each]}
              </option>
            ))}
          </select>
        </label>
        {hasBrush && (
          <label className="row">
            {words.radius(correcting.radiusMm)}
            <input
              type="range"
              min={1}
              max={LARGEST_MM}
              value={correcting.radiusMm}
              onChange={(event) => correcting.setRadius(Number(event.target.value))}
            />
          </label>
        )}
      </div>
      {chosen.length === 0 ? (
        <p className="quiet small">{words.noLesion}</p>
      ) : (
        <div className="row">
          <span>{chosen.map((each) => words.lesion(each)).join(', ')}</span>
          <button type="button" onClick={() => correcting.step({ kind: 'DELETE_LESION', lesions: chosen })}>
            {words.remove}
          </button>
          <button
            type="button"
            onClick={() => correcting.step({ kind: 'CHANGE_CLASS', lesions: chosen, class: correcting.label })}
          >
            {`${words.asClass}: ${words.labels[correcting.label]}`}
          </button>
          <button type="button" onClick={() => correcting.step({ kind: 'FILL', lesions: chosen })}>
            {words.fill}
          </button>
          {held === undefined && (
            <button type="button" onClick={() => setHeld(chosen[0])}>
              {words.hold}
            </button>
          )}
        </div>
      )}
      {held !== undefined && (
        <div className="row">
          {other === undefined ? (
            <span className="small">{words.held(held)}</span>
          ) : (
            <button
              type="button"
              onClick={() => {
                correcting.step({ kind: 'MERGE', lesions: [held, other] });
                setHeld(undefined);
              }}
            >
              {words.merge(held, other)}
            </button>
          )}
          <button type="button" className="plain" onClick={() => setHeld(undefined)}>
            {words.cancel}
          </button>
        </div>
      )}
      <div className="row">
        <button type="button" disabled={!state?.canUndo || correcting.isBusy} onClick={() => correcting.move('undo')}>
          {words.undo}
        </button>
        <button type="button" disabled={!state?.canRedo || correcting.isBusy} onClick={() => correcting.move('redo')}>
          {words.redo}
        </button>
        <button type="button" disabled={!state?.steps.length || correcting.isBusy} onClick={() => setAsking('discard')}>
          {words.discard}
        </button>
        <button
          type="button"
          className="main"
          disabled={!state || state.isApplied || state.revision === 0 || correcting.isBusy}
          onClick={() => correcting.move('apply')}
        >
          {words.apply}
        </button>
        {state?.applied && (
          <button type="button" disabled={correcting.isBusy} onClick={() => setAsking('withdraw')}>
            {words.withdraw}
          </button>
        )}
      </div>
      {state && state.revision > 0 && (
        <p className={state.isApplied ? 'good small' : 'warn small'}>
          {state.isApplied ? words.applied : words.notApplied}
        </p>
      )}
      {correcting.trouble !== undefined && (
        <p role="alert" className="bad">
          {correcting.trouble instanceof Problem && correcting.trouble.code !== null ? (
            <Reason code={correcting.trouble.code} message={correcting.trouble.detail ?? ''} />
          ) : (
            words.notDone
          )}
        </p>
      )}
      {state && (
        <>
          <ol className="small">
            {state.steps.map((step) => (
              <li key={step.n}>
                {words.kind[step.kind]} <span className="quiet">{step.by}</span>
              </li>
            ))}
          </ol>
          <label className="row small">
            <input
              type="checkbox"
              checked={state.mayTrain}
              onChange={(event) => correcting.consent(event.target.checked)}
            />
            {words.train}
          </label>
        </>
      )}
      {asking && (
        <Dialog title={words.sure[asking].title} onClose={() => setAsking(undefined)}>
          <p>{words.sure[asking].note}</p>
          <div className="row">
            <button
              type="button"
              className="main"
              onClick={() => {
                correcting.move(asking);
                setAsking(undefined);
              }}
            >
              {words.sure[asking].go}
            </button>
            <button type="button" onClick={() => setAsking(undefined)}>
              {words.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
};
