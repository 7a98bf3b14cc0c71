import { useEffect, useState, type ReactElement } from 'react';
import { entry as ask, type CaseKey, type Entry } from '../api/worklist';
import { useLanguage, useWords } from '../language/language';
import { Reason } from '../language/Reason';
import { may, useWho } from '../people/who';
import { addressOfStudy, Link } from '../route';
import { follow } from '../worklist/follow';
import { nameOf } from '../worklist/shownCases';
import { ageOf, dateOf, momentOf, nameOfPerson } from '../worklist/spoken';
import { WORDS } from './words';

type Words = (typeof WORDS)['en'];

interface Step {
  readonly name: string;
  readonly at: string;
  readonly tone?: string;
}

/** What happened to a case so far, with the time of each. */
export function stepsOf(entry: Entry, words: Words): Step[] {
  const { step } = words;
  const came: Step[] = [
    { name: step.arrived, at: entry.arrivedAt },
    { name: step.complete, at: entry.lastImageAt },
  ];
  switch (entry.state) {
    case 'ARRIVING':
      return came;
    case 'WAITING':
      return [...came, { name: step.waiting, at: entry.stateSince }];
    case 'READING':
      return [...came, { name: step.reading, at: entry.stateSince }];
    case 'READ':
      return [...came, { name: step.read, at: entry.readAt ?? entry.stateSince, tone: 'good' }];
    case 'REFUSED':
      return [...came, { name: step.refused, at: entry.stateSince, tone: 'warn' }];
    case 'SET_ASIDE':
      return [...came, { name: step.setAside, at: entry.stateSince, tone: 'bad' }];
    case 'CANCELLED':
      return [...came, { name: step.cancelled, at: entry.stateSince }];
  }
}

/** The cases an upload led to, as they go on; one stream tells of all. */
export function useCasesOf(keys: readonly CaseKey[]): ReadonlyMap<string, Entry> {
  const [known, setKnown] = useState<ReadonlyMap<string, Entry>>(new Map());
  const names = keys.map(nameOf).join(' ');
  useEffect(() => {
    if (keys.length === 0) {
      return undefined;
    }
    const wanted = new Set(names.split(' '));
    const hear = (entry: Entry): void => {
      if (wanted.has(nameOf(entry))) {
        setKnown((before) => new Map(before).set(nameOf(entry), entry));
      }
    };
    const askAll = (): void => keys.forEach((key) => void ask(key).then(hear, () => undefined));
    return follow((event) => {
      if (event.kind === 'case') {
        hear(event.entry);
      } else if (event.kind === 'ready' || event.kind === 'reload') {
        askAll();
      }
    });
    // The names say all of what is wanted.
  }, [names]);
  return known;
}

/** From the first image to the report. */
export const CaseWay = (given: { readonly caseKey: CaseKey; readonly entry: Entry | undefined }): ReactElement => {
  const words = useWords(WORDS);
  const { language } = useLanguage();
  const who = useWho();
  const { entry } = given;
  if (entry === undefined) {
    return <p className="quiet">{words.caseOf(given.caseKey.studyInstanceUid)}</p>;
  }
  const name = [nameOfPerson(entry.patientName) || entry.patientId, dateOf(entry.studyDate)].filter((each) => each !== '');
  return (
    <article className="card stack">
      <div className="row">
        <h3>{name.join(' · ')}</h3>
        {may(who, 'VIEW_IMAGES') && entry.instanceCount > 0 && <Link to={addressOfStudy(entry)}>{words.open}</Link>}
      </div>
      <ol className="way">
        {stepsOf(entry, words).map((step) => (
          <li key={step.name} className={step.tone}>
            <strong>{step.name}</strong>
            <span>{momentOf(step.at, language)}</span>
            <span className="quiet">{sinceThe(entry.arrivedAt, step.at, words, language)}</span>
          </li>
        ))}
      </ol>
      {entry.progress && (
        <progress
          max={1}
          value={entry.progress.fraction}
          aria-label={entry.state === 'READING' ? words.step.reading : words.step.waiting}
        />
      )}
      {entry.reasons.map((reason) => (
        <p key={`${reason.code} ${reason.where}`}>
          <Reason code={reason.code} message={reason.message} />
        </p>
      ))}
    </article>
  );
};

const sinceThe = (first: string, at: string, words: Words, language: 'en' | 'zh'): string => {
  const seconds = Math.round((Date.parse(at) - Date.parse(first)) / 1000);
  return seconds > 0 ? words.after(ageOf(seconds, language)) : '';
};
