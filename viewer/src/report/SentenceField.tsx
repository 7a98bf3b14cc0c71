import { useId, type ReactElement } from 'react';
import type { NumberLink, Sentence } from '../api/report';
import { useWords } from '../language/language';
import { WORDS } from './words';

/** One sentence with where its numbers come from. */
export const SentenceField = (given: {
  readonly sentence: Sentence;
  readonly number: number;
  readonly isFixed: boolean;
  readonly onSay: (text: string) => void;
  readonly onBack: () => void;
  readonly onRemove: () => void;
  readonly onNumber?: (link: NumberLink) => void;
}): ReactElement | null => {
  const words = useWords(WORDS);
  const id = useId();
  const { sentence, isFixed, onNumber } = given;
  const isOut = sentence.prefilled !== '' && sentence.text === '';
  if (isFixed) {
    return sentence.text.trim() === '' ? null : <p>{sentence.text}</p>;
  }
  const standing = sentence.prefilled === '' ? words.own : sentence.isEdited ? words.edited : words.proposal;
  return (
    <div className="sentence" data-edited={sentence.isEdited || undefined}>
      <label htmlFor={id} className="unseen">
        {`${words.section[sentence.section]}, ${words.sentence(given.number)}`}
      </label>
      {isOut ? (
        <p className="quiet">
          <s>{sentence.prefilled}</s>
        </p>
      ) : (
        <textarea id={id} rows={2} value={sentence.text} onChange={(event) => given.onSay(event.target.value)} />
      )}
      <div className="row small">
        <span className="quiet">{isOut ? words.removed : standing}</span>
        {sentence.numbers.map((link) =>
          onNumber ? (
            <button key={link.path} type="button" className="plain" title={link.path} onClick={() => onNumber(link)}>
              {link.name}
            </button>
          ) : (
            <span key={link.path} title={link.path} className="quiet">
              {link.name}
            </span>
          ),
        )}
        <span className="far" />
        {sentence.isEdited && sentence.prefilled !== '' && (
          <button type="button" className="plain" onClick={given.onBack}>
            {words.back}
          </button>
        )}
        {!isOut && (
          <button type="button" className="plain" onClick={given.onRemove}>
            {words.remove}
          </button>
        )}
      </div>
    </div>
  );
};
