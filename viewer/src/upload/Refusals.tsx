import type { ReactElement } from 'react';
import type { UploadedFile } from '../api/uploads';
import { useWords } from '../language/language';
import { Reason } from '../language/Reason';
import { WORDS } from './words';

const MOST_NAMES = 3;

/** Files that were not taken, by reason: three hundred files with one reason are told once. */
export const Refusals = ({ files }: { readonly files: readonly UploadedFile[] }): ReactElement | null => {
  const words = useWords(WORDS);
  const groups = new Map<string, { code: string; message: string; isRefused: boolean; names: string[] }>();
  for (const file of files.filter(({ state }) => state === 'TURNED_AWAY' || state === 'LEFT_ALONE')) {
    for (const { code, message } of file.reasons) {
      const isRefused = file.state === 'TURNED_AWAY';
      const group = groups.get(`${code} ${message}`) ?? { code, message, isRefused, names: [] };
      group.names.push(file.path);
      groups.set(`${code} ${message}`, group);
    }
  }
  if (groups.size === 0) {
    return null;
  }
  return (
    <section className="stack" aria-labelledby="refusals">
      <h3 id="refusals">{words.refusals}</h3>
      <ul className="refusals">
        {[...groups.values()]
          .sort((one, other) => Number(other.isRefused) - Number(one.isRefused))
          .map((group) => (
            <li key={`${group.code} ${group.message}`}>
              <p>
                <strong className={group.isRefused ? 'bad' : undefined}>
                  {group.isRefused ? words.file.TURNED_AWAY : words.file.LEFT_ALONE}, {words.filesOf(group.names.length)}:
                </strong>{' '}
                <Reason code={group.code} message={group.message} />
              </p>
              <p className="quiet">
                {group.names.slice(0, MOST_NAMES).join(', ')}{' '}
                {group.names.length > MOST_NAMES && words.andMore(group.names.length - MOST_NAMES)}
              </p>
            </li>
          ))}
      </ul>
    </section>
  );
};
