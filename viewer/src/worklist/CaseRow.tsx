import { useEffect, useRef, type ReactElement } from 'react';
import type { Entry } from '../api/worklist';
import { Reason } from '../language/Reason';
import { meaningOf } from '../language/reasons';
import { useLanguage } from '../language/language';
import { addressOfStudy, go, Link } from '../route';
import type { Point } from './course';
import { CourseChart } from './CourseChart';
import { Flag } from './Flag';
import { Involvement } from './Involvement';
import { whyUrgent } from './reasons';
import { ageOf, dateOf, momentOf, nameOfPerson } from './spoken';
import type { WORDS } from './words';

type Words = (typeof WORDS)['en'];

const TONES: Readonly<Record<string, string>> = { REFUSED: 'warn', SET_ASIDE: 'bad', CANCELLED: 'quiet', READ: 'good' };
const REPORT_TONES: Readonly<Record<string, string>> = { SIGNED: 'good', WITHDRAWN: 'bad' };
const ARROWS: Readonly<Record<string, string>> = { WORSE: '▲', BETTER: '▼', MIXED: '▲▼', STABLE: '＝', NOT_ESTIMATED: '–' };
const PERCENT = 100;

/** One case of the list. */
export const CaseRow = (given: {
  readonly entry: Entry;
  readonly me: string;
  readonly isChosen: boolean;
  readonly mayOpen: boolean;
  readonly now: number;
  readonly course: readonly Point[];
  readonly words: Words;
  readonly onChoose: () => void;
}): ReactElement => {
  const { entry, words, isChosen } = given;
  const { language } = useLanguage();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) {
      row.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [isChosen]);

  const meaning = (code: string, message: string): string =>
    language === 'en' ? message : meaningOf(language, code, message);
  const name = nameOfPerson(entry.patientName) || entry.patientId || '–';
  const age = Math.max(0, Math.floor((given.now - Date.parse(entry.lastImageAt)) / 1000));
  const why = whyUrgent(words, entry, meaning);
  return (
    <tr
      ref={row}
      className={isChosen ? 'chosen' : undefined}
      aria-current={isChosen ? true : undefined}
      onClick={given.onChoose}
      onDoubleClick={() => given.mayOpen && go(addressOfStudy(entry))}
    >
      <td>
        <Flag level={entry.urgency.level} word={words.level[entry.urgency.level]} />
        {why !== '' && <span className="under">{why}</span>}
        {entry.urgency.by !== '' && entry.urgency.by !== 'hilum' && (
          <span className="quiet under">
            {entry.urgency.by === 'sender' ? words.bySender : words.by(entry.urgency.by)}
          </span>
        )}
      </td>
      <th scope="row">
        {given.mayOpen ? <Link to={addressOfStudy(entry)}>{name}</Link> : name}
        <span className="quiet under one">{entry.patientId}</span>
      </th>
      <td>
        <span className="one">{dateOf(entry.studyDate)}</span>
        {entry.description !== '' && <span className="under">{entry.description}</span>}
        <span className="quiet under">
          {[entry.accessionNumber, words.images(entry.instanceCount)].filter((each) => each !== '').join(' · ')}
        </span>
      </td>
      <td>{entry.site || entry.institution}</td>
      <td>
        <span className={TONES[entry.state]}>{words.state[entry.state]}</span>
        {entry.progress && (
          <span className="quiet under">
            {words.step(Math.round(entry.progress.fraction * PERCENT))}
            {entry.progress.attempts > 1 && ` · ${words.attempt(entry.progress.attempts)}`}
          </span>
        )}
        {entry.report && entry.report.state !== 'NONE' && (
          <span className={`under ${REPORT_TONES[entry.report.state] ?? 'quiet'}`}>
            {words.report[entry.report.state]}
            {entry.report.by && ` · ${entry.report.by}`}
          </span>
        )}
        {entry.report?.isCritical && <span className="under bad">{words.critical}</span>}
        {entry.report?.hasNewer && <span className="under warn">{words.newer}</span>}
        {entry.version > 1 && <span className="quiet under">{words.version(entry.version)}</span>}
        {entry.reasons.map((reason) => (
          <span className="under" key={`${reason.code} ${reason.where}`}>
            <Reason code={reason.code} message={reason.message} isBrief />
          </span>
        ))}
      </td>
      <td title={momentOf(entry.lastImageAt, language)}>{ageOf(age, language)}</td>
      <td>{entry.summary && <Involvement summary={entry.summary} words={words} />}</td>
      <td>
        {entry.comparison ? (
          <>
            <span aria-hidden="true">{ARROWS[entry.comparison] ?? ''} </span>
            {words.verdict[entry.comparison] ?? entry.comparison}
            <CourseChart course={given.course} words={words} />
          </>
        ) : (
          entry.state === 'READ' && <span className="quiet">{words.priorNone}</span>
        )}
      </td>
      <td>{entry.assignedTo === given.me ? words.you : (entry.assignedTo ?? <span className="quiet">{words.nobody}</span>)}</td>
    </tr>
  );
};
