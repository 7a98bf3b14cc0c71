import type { ReactElement } from 'react';
import { useWords } from '../language/language';
import type { Images } from './useImages';
import type { Volume } from './volume';
import { IMAGE_WORDS } from './words';

/** Shows images once they are open; until then, or where there are none, says so. */
export const WhenOpen = (given: {
  readonly images: Images;
  readonly children: (volume: Volume) => ReactElement;
}): ReactElement => {
  const words = useWords(IMAGE_WORDS);
  const { opened, again } = given.images;
  switch (opened.is) {
    case 'OPENING':
      return <p className="images-note" role="status">{words.loading}</p>;
    case 'EMPTY':
      return <p className="images-note" role="status">{words.noImages}</p>;
    case 'FAILED':
      return (
        <div className="images-note" role="alert">
          <p>{words.failed}</p>
          <button type="button" onClick={again}>{words.again}</button>
        </div>
      );
    case 'OPEN':
      return given.children(opened.volume);
  }
};
