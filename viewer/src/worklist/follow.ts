import type { CaseKey, Entry } from '../api/worklist';
import type { ListEvent } from './shownCases';

const AGAIN_AFTER_MS = 5_000;

/**
 * Follows the list until it is closed.
 *
 * A browser comes back by itself with the last event's id after a lost line. After a refusal it
 * does not: then another stream is opened, which begins by having the list asked for.
 */
export function follow(heard: (event: ListEvent) => void): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    const line = new EventSource('/api/worklist/events');
    source = line;
    line.addEventListener('ready', () => heard({ kind: 'ready' }));
    line.addEventListener('reload', () => heard({ kind: 'reload' }));
    line.addEventListener('case', (event) =>
      heard({ kind: 'case', entry: JSON.parse(event.data) as Entry }),
    );
    line.addEventListener('gone', (event) =>
      heard({ kind: 'gone', key: JSON.parse(event.data) as CaseKey }),
    );
    line.addEventListener('error', () => {
      heard({ kind: 'lineLost' });
      if (line.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, AGAIN_AFTER_MS);
      }
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
