import { describe, expect, test } from 'vitest';
import { addressOf, addressOfStudy, placeOf, wantedBefore } from './route';

describe('an address', () => {
  test('names a page', () => {
    expect(placeOf('/')).toEqual({ page: 'worklist' });
    expect(placeOf('/upload')).toEqual({ page: 'upload' });
    expect(placeOf(addressOf('audit'))).toEqual({ page: 'audit' });
  });

  test('names a study, and comes back as it went', () => {
    const caseKey = { institution: 'hc-0012', studyInstanceUid: '1.2.840.1' };
    expect(addressOfStudy(caseKey)).toBe('/study/hc-0012/1.2.840.1');
    expect(placeOf(addressOfStudy(caseKey))).toEqual({ page: 'study', caseKey });
    const odd = { institution: 'a/b %', studyInstanceUid: '1' };
    expect(placeOf(addressOfStudy(odd))).toEqual({ page: 'study', caseKey: odd });
  });

  test.each(['/nowhere', '/study', '/study/main', '/study/main/1/2', '/study//1', '/study/%E0%A4%A/1', '/uploads'])(
    'of no page is nowhere: %s',
    (path) => expect(placeOf(path)).toEqual({ page: 'nowhere' }),
  );
});

describe('where somebody wanted to go before the login', () => {
  test('is the page they were sent from', () => {
    expect(wantedBefore('?next=%2Fepidemic%3Fplace%3DItaly')).toBe('/epidemic?place=Italy');
    expect(wantedBefore('?next=/epidemic')).toBe('/epidemic');
  });

  test.each(['', '?next=', '?next=https://elsewhere.example/epidemic', '?next=//elsewhere.example', '?next=/epidemic//x', '?next=/epidemic%23x'])(
    'is nowhere that is not such a page: %s',
    (search) => expect(wantedBefore(search)).toBeUndefined(),
  );
});
