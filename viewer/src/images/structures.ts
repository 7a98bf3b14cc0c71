/** What can be drawn: which mask holds it, and under which labels. */
export interface Drawable {
  readonly name: string;
  readonly mask: 'lungs' | 'lobes' | 'opacity' | 'levels' | 'lesions';
  /** Each is outlined by itself. */
  readonly labels: readonly number[];
  /** Seen on black and on grey, and told apart without red and green (Okabe and Ito 2008). */
  readonly colour: string;
}

/** What a reading outlines, and a person can show and hide. */
export interface Structure extends Drawable {
  readonly mask: 'lungs' | 'lobes' | 'opacity' | 'levels';
  readonly name: 'LUNGS' | 'LOBES' | 'GROUND_GLASS' | 'CONSOLIDATION' | 'UNDETERMINED' | 'UNCERTAIN';
}

/** The labels are those of `MaskFile` in imaging/reporting. */
export const STRUCTURES: readonly Structure[] = [
  { name: 'LUNGS', mask: 'lungs', labels: [1, 2], colour: '#56b4e9' },
  { name: 'LOBES', mask: 'lobes', labels: [1, 2, 3, 4, 5], colour: '#0072b2' },
  { name: 'GROUND_GLASS', mask: 'opacity', labels: [1], colour: '#f0e442' },
  { name: 'CONSOLIDATION', mask: 'opacity', labels: [2], colour: '#d55e00' },
  { name: 'UNDETERMINED', mask: 'opacity', labels: [3], colour: '#cc79a7' },
  // What may be opacity and is not probably: how far outlines could lie elsewhere.
  { name: 'UNCERTAIN', mask: 'levels', labels: [1], colour: '#009e73' },
];

/** What is shown on demand alone. */
export const AT_FIRST_OFF: readonly Structure['name'][] = ['LOBES', 'UNCERTAIN'];

/** The label of what a person marks over opacity, until it is corrected. */
export const MARKED = 255;

/** What is marked while it is drawn. */
export const MARK: Drawable = { name: 'MARK', mask: 'opacity', labels: [MARKED], colour: '#ffffff' };

/** How grey values are shown: centre and width in HU. */
export interface Window {
  readonly name: 'LUNG' | 'MEDIASTINUM' | 'BONE' | 'OWN';
  readonly centre: number;
  readonly width: number;
}

export const WINDOWS: readonly Window[] = [
  { name: 'LUNG', centre: -600, width: 1500 },
  { name: 'MEDIASTINUM', centre: 40, width: 400 },
  { name: 'BONE', centre: 400, width: 1800 },
];
