import { useCallback, useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { audit, checkTrail, type Recorded, type TrailCheck } from '../api/audit';
import { useLanguage, useWords } from '../language/language';
import { momentOf } from '../worklist/spoken';
import { WORDS } from './manageWords';
import { troubleIn } from './trouble';
import { useWho } from './who';
import './people.css';

const PAGE = 100;

/** The institution that keeps the house: its auditors see all, and may check the whole trail. */
const HOUSE = 'main';

interface Filter {
  readonly actor: string;
  readonly from: string;
  readonly to: string;
}

const NONE: Filter = { actor: '', from: '', to: '' };

/** A local time of an input as a moment. */
const moment = (local: string): string => (local === '' ? '' : new Date(local).toISOString());

/** Who did what. */
export const AuditPage = (): ReactElement => {
  const words = useWords(WORDS);
  const { language } = useLanguage();
  const who = useWho();
  const [typed, setTyped] = useState(NONE);
  const [filter, setFilter] = useState(NONE);
  const [entries, setEntries] = useState<readonly Recorded[]>();
  const [isMore, setMore] = useState(false);
  const [trouble, setTrouble] = useState('');

  const ask = useCallback(
    async (wanted: Filter, before: number | null, shown: readonly Recorded[]) => {
      setTrouble('');
      try {
        const found = await audit({
          actor: wanted.actor.trim(),
          from: moment(wanted.from),
          to: moment(wanted.to),
          before,
          most: PAGE,
        });
        setEntries([...shown, ...found]);
        setMore(found.length === PAGE);
      } catch (problem) {
        setTrouble(troubleIn(words, problem));
      }
    },
    [words],
  );

  useEffect(() => {
    void ask(NONE, null, []);
    // Looking is recorded: the language alone does not look again.
  }, []);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setFilter(typed);
    void ask(typed, null, []);
  };

  const field = (name: keyof Filter, type: string): ReactElement => (
    <label className="field">
      {words[name]}
      <input type={type} value={typed[name]} onChange={(event) => setTyped({ ...typed, [name]: event.target.value })} />
    </label>
  );

  const oldest = entries?.at(-1)?.number ?? null;
  return (
    <div className="page wide stack people">
      <h1>{words.audit}</h1>
      <p className="quiet">{words.auditWhat}</p>
      <form className="row filter" onSubmit={send}>
        {field('actor', 'text')}
        {field('from', 'datetime-local')}
        {field('to', 'datetime-local')}
        <button type="submit" className="main">
          {words.filter}
        </button>
      </form>
      {who.institution === HOUSE && <ChainCheck />}
      <p role="alert" className="bad">
        {trouble}
      </p>
      {entries === undefined && trouble === '' && <p role="status">{words.loading}</p>}
      {entries?.length === 0 && <p role="status">{words.noEntries}</p>}
      {entries !== undefined && entries.length > 0 && (
        <>
          <div className="scroll" tabIndex={0} role="region" aria-label={words.audit}>
            <table>
              <thead>
                <tr>
                  <th scope="col" className="number">
                    {words.number}
                  </th>
                  <th scope="col">{words.at}</th>
                  <th scope="col">{words.by}</th>
                  <th scope="col">{words.action}</th>
                  <th scope="col">{words.patient}</th>
                  <th scope="col">{words.objects}</th>
                  <th scope="col">{words.words}</th>
                  <th scope="col">{words.where}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map(({ number, at, entry }) => (
                  <tr key={number}>
                    <td className="number">{number}</td>
                    <td className="whole">{momentOf(at, language)}</td>
                    <td>
                      {entry.actor}
                      {entry.institution !== '' && <span className="quiet"> {entry.institution}</span>}
                    </td>
                    <td>
                      {words.act[entry.action]}
                      {!entry.allowed && <span className="bad"> {words.denied}</span>}
                    </td>
                    <td>{entry.patient}</td>
                    <td className="ids">{entry.objects.join(' ')}</td>
                    <td lang="en">{entry.words}</td>
                    <td>{entry.from}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {isMore && (
            <button type="button" onClick={() => void ask(filter, oldest, entries)}>
              {words.more}
            </button>
          )}
        </>
      )}
    </div>
  );
};

const ChainCheck = (): ReactElement => {
  const words = useWords(WORDS);
  const [isChecking, setChecking] = useState(false);
  const [checked, setChecked] = useState<TrailCheck | null>(null);
  const [trouble, setTrouble] = useState('');
  const check = async (): Promise<void> => {
    setChecking(true);
    setTrouble('');
    setChecked(null);
    try {
      setChecked(await checkTrail());
    } catch (problem) {
      setTrouble(troubleIn(words, problem));
    } finally {
      setChecking(false);
    }
  };
  return (
    <div className="row">
      <button type="button" disabled={isChecking} onClick={() => void check()}>
        {words.check}
      </button>
      <span role="status" className={checked === null ? undefined : checked.isWhole ? 'good' : 'bad'}>
        {isChecking && words.checking}
        {trouble}
        {checked !== null && (checked.isWhole ? words.whole : words.broken(checked.firstBroken ?? 0))}
      </span>
    </div>
  );
};
