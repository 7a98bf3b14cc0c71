import { useState, type ReactElement } from 'react';
import type { FileState, UploadedFile } from '../api/uploads';
import { useWords } from '../language/language';
import { Reason } from '../language/Reason';
import { WORDS } from './words';

const FIRST_SHOWN = 100;
const MEGABYTE = 1_000_000;
const ORDER: readonly FileState[] = [
  'TURNED_AWAY', 'RECEIVING', 'UNPACKING', 'WAITING', 'TAKEN', 'ALREADY_HERE', 'UNPACKED', 'LEFT_ALONE',
];
const TONES: Readonly<Partial<Record<FileState, string>>> = { TURNED_AWAY: 'bad', TAKEN: 'good', ALREADY_HERE: 'good' };

export const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

/** Every file with its state; each state can be looked at alone. */
export const FileTable = (given: {
  readonly files: readonly UploadedFile[];
  readonly unread: ReadonlySet<string>;
}): ReactElement => {
  const words = useWords(WORDS);
  const [only, setOnly] = useState<FileState>();
  const [isWhole, setWhole] = useState(false);
  const count = (state: FileState): number => given.files.filter((file) => file.state === state).length;
  const wanted = given.files
    .filter((file) => only === undefined || file.state === only)
    .sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || one.path.localeCompare(other.path));
  const shown = isWhole ? wanted : wanted.slice(0, FIRST_SHOWN);
  return (
    <section className="stack" aria-labelledby="files">
      <div className="row">
        <h3 id="files">{words.counts}</h3>
        <button type="button" aria-pressed={only === undefined} onClick={() => setOnly(undefined)}>
          {words.allFiles} {given.files.length}
        </button>
        {ORDER.filter((state) => count(state) > 0).map((state) => (
          <button key={state} type="button" aria-pressed={only === state} onClick={() => setOnly(state)}>
            {words.file[state]} {count(state)}
          </button>
        ))}
      </div>
      <div className="scroll" tabIndex={0} role="region" aria-labelledby="files">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.fileName}</th>
              <th scope="col" className="number">
                {words.size}
              </th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.reason}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((file) => (
              <tr key={file.id}>
                <td>{file.path}</td>
                <td className="number">{megabytes(file.bytes)}</td>
                <td className={TONES[file.state]}>{words.file[file.state]}</td>
                <td>
                  {given.unread.has(file.id) && words.unread}
                  {file.reasons.map((reason) => (
                    <span key={reason.code}>
                      <Reason code={reason.code} message={reason.message} />{' '}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < wanted.length && (
        <button type="button" onClick={() => setWhole(true)}>
          {words.showAll(wanted.length)}
        </button>
      )}
    </section>
  );
};
