import { useEffect, useRef } from 'react';

type Keys = Readonly<Record<string, () => void>>;

const TYPED_INTO = 'input, textarea, select, [contenteditable]';
const PRESSED = 'a, button';

/** Keys of a page; they rest while somebody types, or while a dialog is open. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      const isElsewhere =
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        document.querySelector('dialog[open]') !== null ||
        (target instanceof Element && target.matches(TYPED_INTO)) ||
        (event.key === 'Enter' && target instanceof Element && target.matches(PRESSED));
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (act !== undefined && !isElsewhere) {
        event.preventDefault();
        act();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
