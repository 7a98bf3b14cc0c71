import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { NO_ANSWER, Problem } from '../api/problem';
import type { CaseState, Entry, Order, ReportFilter, Wanted } from '../api/worklist';
import { useWords } from '../language/language';
import { may, useWho } from '../people/who';
import { addressOfStudy, go } from '../route';
import { CaseActions } from './CaseActions';
import { CaseRow } from './CaseRow';
import { useCourses, type Point } from './course';
import { KeysDialog } from './KeysDialog';
import { prefetch } from './prefetch';
import { nameOf } from './shownCases';
import { useCases } from './useCases';
import { useKeys } from './useKeys';
import { WORDS } from './words';
import './worklist.css';

const PAGE = 50;
/** The chosen case and the one below it. */
const FETCHED_AHEAD = 2;
const TYPING_MS = 250;
const TICK_MS = 10_000;
const LONGEST_TEXT = 64;
const STATES: readonly CaseState[] = ['ARRIVING', 'WAITING', 'READING', 'READ', 'REFUSED', 'SET_ASIDE', 'CANCELLED'];
const NO_COURSE: readonly Point[] = [];
const REPORTS: readonly ReportFilter[] = ['unsigned', 'draft', 'signed'];
const ORDERS: readonly Order[] = ['urgency', 'arrived', 'study-date', 'patient-name', 'opacity'];

/** The clock, looked at now and then: ages grow while nothing else happens. */
const useNow = (): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};

const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};

/** The cases, most urgent first, kept as they are on the server. */
export const WorklistPage = (): ReactElement => {
  const words = useWords(WORDS);
  const who = useWho();
  const now = useNow();
  const [text, setText] = useState('');
  const [states, setStates] = useState<readonly CaseState[]>([]);
  const [report, setReport] = useState<ReportFilter>();
  const [order, setOrder] = useState<Order>('urgency');
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const settled = useSettled(text);
  const wanted = useMemo<Wanted>(
    () => ({ states, ...(report ? { report } : {}), text: settled, order, offset, limit: PAGE }),
    [states, report, settled, order, offset],
  );
  const { shown, isKnown, trouble, again, told } = useCases(wanted);
  const { entries, total } = shown;
  const courses = useCourses(entries);
  const index = entries.findIndex((each) => nameOf(each) === chosen);
  const entry: Entry | undefined = entries[index];
  const mayOpen = may(who, 'VIEW_IMAGES');
  const last = offset + entries.length;

  useEffect(() => setOffset(0), [settled, states, report, order]);

  useEffect(() => {
    if (index < 0 && entries[0] !== undefined) {
      setChosen(nameOf(entries[0]));
    }
  }, [index, entries]);

  useEffect(() => {
    const next = index < 0 ? [] : entries.slice(index, index + FETCHED_AHEAD);
    return mayOpen && next.length > 0 ? prefetch(next, may(who, 'VIEW_RESULTS')) : undefined;
    // A case that is told anew is not fetched anew.
  }, [chosen, mayOpen]);

  const choose = useCallback(
    (steps: number) => {
      const next = entries[Math.min(entries.length - 1, Math.max(0, index + steps))];
      if (next !== undefined) {
        setChosen(nameOf(next));
      }
    },
    [entries, index],
  );
  const turn = useCallback(
    (pages: number) => setOffset((before) => (pages > 0 && last >= total ? before : Math.max(0, before + pages * PAGE))),
    [last, total],
  );
  const toggle = (state: CaseState): void =>
    setStates((before) => (before.includes(state) ? before.filter((each) => each !== state) : [...before, state]));

  useKeys({
    j: () => choose(1),
    ArrowDown: () => choose(1),
    k: () => choose(-1),
    ArrowUp: () => choose(-1),
    Enter: () => entry !== undefined && mayOpen && go(addressOfStudy(entry)),
    n: () => turn(1),
    p: () => turn(-1),
    '/': () => search.current?.focus(),
    '?': () => setShowsKeys(true),
    u: () => setAsking(true),
  });

  const isFiltered = settled !== '' || states.length > 0 || report !== undefined;
  const clear = (): void => {
    setText('');
    setStates([]);
    setReport(undefined);
  };

  return (
    <div className="worklist">
      <div className="row">
        <h1 id="worklist-title">{words.title}</h1>
        <span className="line" role="status">
          <span className={shown.isLive || !isKnown ? 'good' : 'warn'}>
            {shown.isLive ? words.live : isKnown ? words.notLive : ''}
          </span>
        </span>
        <button type="button" className="plain" onClick={() => setShowsKeys(true)}>
          {words.keysShort}
        </button>
      </div>
      <div className="tools" role="search">
        <label className="field">
          {words.search}
          <input
            ref={search}
            type="search"
            maxLength={LONGEST_TEXT}
            placeholder={words.searchHint}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          />
        </label>
        <fieldset>
          <legend>{words.states}</legend>
          <div className="states">
            <button type="button" aria-pressed={states.length === 0} onClick={() => setStates([])}>
              {words.all}
            </button>
            {STATES.map((state) => (
              <button key={state} type="button" aria-pressed={states.includes(state)} onClick={() => toggle(state)}>
                {words.state[state]}
              </button>
            ))}
          </div>
        </fieldset>
        <label className="field">
          {words.reports}
          <select
            value={report ?? ''}
            onChange={(event) => setReport(event.target.value === '' ? undefined : (event.target.value as ReportFilter))}
          >
            <option value="">{words.all}</option>
            {REPORTS.map((each) => (
              <option key={each} value={each}>
                {words.reportIs[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {words.order}
          <select value={order} onChange={(event) => setOrder(event.target.value as Order)}>
            {ORDERS.map((each) => (
              <option key={each} value={each}>
                {words.orders[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {trouble !== undefined && (
        <p role="alert" className="bad row">
          {trouble instanceof Problem && trouble.status === NO_ANSWER ? words.noLine : words.failed}
          <button type="button" onClick={again}>
            {words.again}
          </button>
        </p>
      )}
      <CaseActions entry={entry} who={who} told={told} asksUrgency={isAsking} onAsked={() => setAsking(false)} />
      {!isKnown && trouble === undefined && <p role="status">{words.loading}</p>}
      {isKnown && entries.length === 0 && (
        <div className="card row" role="status">
          <p>{isFiltered ? words.noneMatch : words.none}</p>
          {isFiltered && (
            <button type="button" onClick={clear}>
              {words.clear}
            </button>
          )}
        </div>
      )}
      {entries.length > 0 && (
        <>
          <div className="scroll" tabIndex={0} role="region" aria-labelledby="worklist-title">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.column.flag}</th>
                  <th scope="col">{words.column.patient}</th>
                  <th scope="col">{words.column.study}</th>
                  <th scope="col">{words.column.site}</th>
                  <th scope="col">{words.column.state}</th>
                  <th scope="col">{words.column.age}</th>
                  <th scope="col">{words.column.opacity}</th>
                  <th scope="col">{words.column.change}</th>
                  <th scope="col">{words.column.assigned}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((each) => (
                  <CaseRow
                    key={nameOf(each)}
                    entry={each}
                    me={who.login}
                    isChosen={nameOf(each) === chosen}
                    mayOpen={mayOpen}
                    now={now}
                    course={courses.get(nameOf(each)) ?? NO_COURSE}
                    words={words}
                    onChoose={() => setChosen(nameOf(each))}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <div className="row">
            <span>{words.count(offset + 1, last, total, shown.isMore)}</span>
            <button type="button" disabled={offset === 0} onClick={() => turn(-1)}>
              {words.before}
            </button>
            <button type="button" disabled={last >= total} onClick={() => turn(1)}>
              {words.next}
            </button>
          </div>
        </>
      )}
      {showsKeys && <KeysDialog words={words} onClose={() => setShowsKeys(false)} />}
    </div>
  );
};
