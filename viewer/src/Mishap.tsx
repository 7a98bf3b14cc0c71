import { Component, type ReactElement, type ReactNode } from 'react';
import { useWords } from './language/language';
import { WORDS } from './words';

interface Given {
  readonly children: ReactNode;
}

/** Stands where a page failed to be drawn, so that one is told and can go on. */
export class Mishap extends Component<Given, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Told /> : this.props.children;
  }
}

const Told = (): ReactElement => {
  const words = useWords(WORDS);
  return (
    <div className="page stack" role="alert">
      <p>{words.broken}</p>
      <p>
        <button type="button" className="main" onClick={() => location.reload()}>
          {words.again}
        </button>
      </p>
    </div>
  );
};
