import type { ReactElement } from 'react';
import { Dialog } from './Dialog';
import type { WORDS } from './words';

/** Which keys do what. */
export const KeysDialog = (given: {
  readonly words: (typeof WORDS)['en'];
  readonly onClose: () => void;
}): ReactElement => (
  <Dialog title={given.words.keysTitle} onClose={given.onClose}>
    <table>
      <tbody>
        {given.words.keys.map(([key, what]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <button type="button" autoFocus onClick={given.onClose}>
      {given.words.close}
    </button>
  </Dialog>
);
