import { useCallback, useEffect, useRef, useState, useSyncExternalStore, type DragEvent, type ReactElement } from 'react';
import { NO_ANSWER, Problem } from '../api/problem';
import { upload as ask, uploads, type FileState, type Upload } from '../api/uploads';
import { useLanguage, useWords } from '../language/language';
import { meaningOf } from '../language/reasons';
import { momentOf } from '../worklist/spoken';
import { chosenBy, chosenIn, type Chosen } from './chosen';
import { OneUpload } from './OneUpload';
import { begin, listen, sending as present } from './sending';
import { WORDS } from './words';
import './upload.css';

const SHOWN = 'upload';
const shownInAddress = (): string | null => new URLSearchParams(location.search).get(SHOWN);

const showInAddress = (id: string | null): void =>
  history.replaceState(null, '', id === null ? location.pathname : `${location.pathname}?${SHOWN}=${encodeURIComponent(id)}`);

/** Where a health centre hands in its images. */
export const UploadPage = (): ReactElement => {
  const words = useWords(WORDS);
  const { language } = useLanguage();
  const sending = useSyncExternalStore(listen, present);
  const [shown, setShown] = useState(() => shownInAddress() ?? present()?.upload.id ?? null);
  const [told, setTold] = useState<Upload>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const upload = sending !== undefined && sending.upload.id === shown ? sending.upload : told?.id === shown ? told : undefined;
  const isSent = sending?.upload.id === shown;

  const show = useCallback((id: string | null) => {
    setShown(id);
    showInAddress(id);
    setSaid('');
    setProblem(undefined);
  }, []);

  useEffect(() => {
    if (shown !== null && present()?.upload.id !== shown) {
      ask(shown).then(setTold, setProblem);
    }
  }, [shown]);

  // Studies are told with the whole upload alone: it is asked for now and then while files go.
  const studies = upload?.studies?.length ?? 0;
  const taken = upload?.counts.TAKEN ?? 0;
  useEffect(() => {
    if (shown !== null && taken > 0 && studies === 0) {
      ask(shown).then(setTold, () => undefined);
    }
  }, [shown, taken > 0, studies]);

  const start = async (chosen: readonly Chosen[]): Promise<void> => {
    setProblem(undefined);
    if (chosen.length === 0) {
      setSaid(words.nothing);
      return;
    }
    setSaid('');
    try {
      await begin(chosen);
      show(present()?.upload.id ?? null);
    } catch (failed) {
      setProblem(failed);
    }
  };

  const whole =
    upload !== undefined && (upload.studies?.length ?? 0) === 0 && told?.id === upload.id
      ? { ...upload, studies: told.studies }
      : upload;
  return (
    <div className="page stack upload">
      <h1>{words.title}</h1>
      <DropPlace
        onChosen={(chosen) => void start(chosen)}
        onLooking={() => setSaid(words.looking)}
        onUnread={(names) => names.length > 0 && setSaid(words.unreadNames(names.join(', ')))}
      />
      <p role="status">{said}</p>
      {problem !== undefined && (
        <p role="alert" className="bad">
          {problem instanceof Problem && problem.status === NO_ANSWER
            ? words.noLine
            : problem instanceof Problem && problem.code !== null
              ? `${words.notTaken} ${meaningOf(language, problem.code, problem.detail ?? '')} (${problem.code})`
              : words.failed}
        </p>
      )}
      {whole !== undefined && (
        <>
          <div>
            <button type="button" onClick={() => show(null)}>
              {words.back}
            </button>
          </div>
          <OneUpload upload={whole} sending={isSent ? sending : undefined} onChanged={setTold} />
        </>
      )}
      {shown === null && <Earlier onShow={show} />}
    </div>
  );
};

const DropPlace = (given: {
  readonly onChosen: (chosen: Chosen[]) => void;
  readonly onLooking: () => void;
  readonly onUnread: (names: readonly string[]) => void;
}): ReactElement => {
  const words = useWords(WORDS);
  const [isOver, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);

  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);

  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    given.onLooking();
    void chosenBy(event.dataTransfer.items).then(({ chosen, unread }) => {
      given.onChosen(chosen);
      given.onUnread(unread);
    });
  };

  const take = (input: HTMLInputElement): void => {
    const chosen = chosenIn(input.files);
    input.value = '';
    given.onChosen(chosen);
  };

  return (
    <div
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <strong>{words.drop}</strong>
      </p>
      <p className="quiet">{words.dropWhat}</p>
      <div className="row">
        <button type="button" className="main" onClick={() => folder.current?.click()}>
          {words.folder}
        </button>
        <button type="button" onClick={() => files.current?.click()}>
          {words.files}
        </button>
      </div>
      <input ref={folder} type="file" hidden data-chooses="folder" onChange={(event) => take(event.currentTarget)} />
      <input ref={files} type="file" multiple hidden data-chooses="files" onChange={(event) => take(event.currentTarget)} />
    </div>
  );
};

const Earlier = ({ onShow }: { readonly onShow: (id: string) => void }): ReactElement => {
  const words = useWords(WORDS);
  const { language } = useLanguage();
  const [all, setAll] = useState<readonly Upload[]>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    uploads().then(setAll, () => setFailed(true));
  }, []);
  if (hasFailed) {
    return <p role="alert">{words.failed}</p>;
  }
  return (
    <section className="stack" aria-labelledby="earlier">
      <h2 id="earlier">{words.earlier}</h2>
      {all?.length === 0 && <p className="quiet">{words.none}</p>}
      {all !== undefined && all.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.counts}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.begun}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((each) => (
              <tr key={each.id}>
                <td>
                  <button type="button" onClick={() => onShow(each.id)}>
                    {each.name || each.id}
                  </button>
                </td>
                <td className={each.state === 'OPEN' ? 'warn' : undefined}>{words.upload[each.state]}</td>
                <td>
                  {(Object.entries(each.counts) as [FileState, number][])
                    .filter(([, count]) => count > 0)
                    .map(([state, count]) => `${words.file[state]} ${count}`)
                    .join(' · ')}
                </td>
                <td>{each.account}</td>
                <td>{momentOf(each.declaredAt, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
