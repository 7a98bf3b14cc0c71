import { results, type Entry } from '../api/worklist';
import { chestSeries, seriesMetadata } from '../images/dicomweb';

const REST_MS = 400;

/** Has the page, and the server, ready for cases that are opened next: their series, slices and results. */
export function prefetch(entries: readonly Entry[], withResults: boolean): () => void {
  const stop = new AbortController();
  const warm = async (entry: Entry): Promise<void> => {
    const [series] = await chestSeries(entry.studyInstanceUid, stop.signal);
    if (series !== undefined) {
      await seriesMetadata(series.address, stop.signal);
    }
    if (withResults && entry.state === 'READ') {
      await results(entry);
    }
  };
  const timer = setTimeout(() => {
    const warmAll = async (): Promise<void> => {
      await import('../reading/StudyPage');
      for (const entry of entries) {
        await warm(entry);
      }
    };
    // Opening a case asks again, and says what is wrong.
    warmAll().catch(() => undefined);
  }, REST_MS);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
