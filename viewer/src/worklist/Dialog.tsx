import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';

/** Something that is to be answered before the page goes on; Escape closes it. */
export const Dialog = (given: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}): ReactElement => {
  const element = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);
  return (
    <dialog ref={element} aria-labelledby={title} onClose={given.onClose}>
      <div className="stack">
        <h2 id={title}>{given.title}</h2>
        {given.children}
      </div>
    </dialog>
  );
};
