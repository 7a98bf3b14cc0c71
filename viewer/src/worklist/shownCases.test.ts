import { describe, expect, test } from 'vitest';
import type { Entry } from '../api/worklist';
import { after, type ListEvent, NOTHING_YET, type ShownCases } from './shownCases';

function aCase(uid: string, changes: Partial<Entry> = {}): Entry {
  return {
    institution: 'north', site: 'North', studyInstanceUid: uid, patientId: 'P1',
    patientName: 'Example^Ada', studyDate: '20200220', studyTime: '', accessionNumber: '',
    description: '', modalities: ['CT'], instanceCount: 300, state: 'READING',
    stateSince: '2020-02-20T10:00:00Z', urgency: { level: 'ROUTINE', reason: '', by: '' },
    arrivedAt: '2020-02-20T10:00:00Z', lastImageAt: '2020-02-20T10:00:00Z', ageSeconds: 0,
    version: 1, reasons: [], hasComparison: false, ...changes,
  };
}

const page = (...entries: Entry[]): ListEvent => ({
  kind: 'answered', page: { entries, total: entries.length, isMore: false },
});

const list = (...events: ListEvent[]): ShownCases => events.reduce(after, NOTHING_YET);

describe('the list that is shown', () => {
  test('is asked for once the line is ready', () => {
    expect(list({ kind: 'ready' })).toMatchObject({ isLive: true, isToBeAsked: true });
  });

  test('keeps its cases when the line is lost, and is not live', () => {
    const shown = list({ kind: 'ready' }, { kind: 'asked' }, page(aCase('1')), { kind: 'lineLost' });
    expect(shown).toMatchObject({ isLive: false, entries: [{ studyInstanceUid: '1' }] });
  });

  test('shows progress in place without being asked for again', () => {
    const now = aCase('1', { progress: { step: 'lungs', fraction: 0.5, attempts: 1 } });
    const shown = list({ kind: 'asked' }, page(aCase('1')), { kind: 'case', entry: now });
    expect(shown).toMatchObject({ entries: [now], isToBeAsked: false });
  });

  test('is asked for again when a case changes its state', () => {
    const now = aCase('1', { state: 'READ' });
    const shown = list({ kind: 'asked' }, page(aCase('1')), { kind: 'case', entry: now });
    expect(shown).toMatchObject({ entries: [now], isToBeAsked: true });
  });

  test('does not let an answer overtake what was told after it was asked for', () => {
    const now = aCase('1', { state: 'READ' });
    const shown = list({ kind: 'asked' }, { kind: 'case', entry: now }, page(aCase('1')));
    expect(shown).toMatchObject({ entries: [now], isToBeAsked: true });
  });

  test('does not bring back a case that went while the list was asked for', () => {
    const key = { institution: 'north', studyInstanceUid: '1' };
    const shown = list({ kind: 'asked' }, { kind: 'gone', key }, page(aCase('1'), aCase('2')));
    expect(shown).toMatchObject({ entries: [{ studyInstanceUid: '2' }], total: 1 });
  });

  test('tells two institutions with the same study apart', () => {
    const key = { institution: 'south', studyInstanceUid: '1' };
    const shown = list({ kind: 'asked' }, page(aCase('1')), { kind: 'gone', key });
    expect(shown.entries).toHaveLength(1);
  });
});
