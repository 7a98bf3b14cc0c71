import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import './panels.css';

/** One of several things beside the images. */
export interface Panel<N extends string> {
  readonly name: N;
  readonly title: string;
  readonly content: ReactNode;
}

/** Tabs (WAI-ARIA): arrow keys go from one to the next. */
export const Panels = <N extends string>(given: {
  readonly label: string;
  readonly panels: readonly Panel<N>[];
  readonly open: N;
  readonly onOpen: (name: N) => void;
}): ReactElement => {
  const { panels, open, onOpen } = given;
  const tabs = useRef<HTMLDivElement>(null);
  const key = (event: KeyboardEvent): void => {
    const at = panels.findIndex((each) => each.name === open);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) {
      return;
    }
    const next = (at + by + panels.length) % panels.length;
    onOpen(panels[next].name);
    tabs.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
    event.preventDefault();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={given.label} ref={tabs} onKeyDown={key}>
        {panels.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === open}
            aria-controls={`panel-${name}`}
            tabIndex={name === open ? 0 : -1}
            onClick={() => onOpen(name)}
          >
            {title}
          </button>
        ))}
      </div>
      {panels.map(({ name, content }) => (
        <div
          key={name}
          className="panel"
          role="tabpanel"
          id={`panel-${name}`}
          aria-labelledby={`tab-${name}`}
          tabIndex={0}
          hidden={name !== open}
        >
          {name === open && content}
        </div>
      ))}
    </>
  );
};
