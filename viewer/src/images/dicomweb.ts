import { problemOf, Problem, NO_ANSWER } from '../api/problem';
import type { DicomJson } from './series';

/** Where DICOMweb answers; the session's cookie goes with every request. */
export const DICOMWEB = '/dicomweb';

export interface SeriesAddress {
  readonly study: string;
  readonly series: string;
}

export const seriesPath = ({ study, series }: SeriesAddress): string => `${DICOMWEB}/studies/${study}/series/${series}`;

/** Asks for what is not JSON of the product's own; a refusal is thrown as a problem. */
export const asked = async (
  url: string,
  accept: string,
  signal: AbortSignal,
  priority: RequestPriority = 'high',
): Promise<Response> => {
  const answer = await fetch(url, { headers: { Accept: accept }, signal, priority }).catch((reason: unknown) => {
    signal.throwIfAborted();
    throw new Problem(NO_ANSWER, null, String(reason), null);
  });
  if (!answer.ok) {
    throw await problemOf(answer);
  }
  return answer;
};

/** A series of CT that can be looked at. */
export interface ChestSeries {
  readonly address: SeriesAddress;
  readonly description: string;
  readonly imageCount: number;
}

const first = (set: DicomJson, tag: string): unknown => set[tag]?.Value?.[0];

/** All series of a study, as DICOMweb tells them. */
export const seriesOf = async (study: string, signal: AbortSignal): Promise<DicomJson[]> =>
  (await asked(`${DICOMWEB}/studies/${study}/series`, 'application/dicom+json', signal)).json();

/** The CT series of a study, those with most images first. */
export const chestSeries = async (study: string, signal: AbortSignal): Promise<ChestSeries[]> =>
  (await seriesOf(study, signal))
    .filter((set) => first(set, '00080060') === 'CT')
    .map((set) => ({
      address: { study, series: String(first(set, '0020000E')) },
      description: String(first(set, '0008103E') ?? ''),
      imageCount: Number(first(set, '00201209') ?? 0),
    }))
    .sort((one, other) => other.imageCount - one.imageCount);

/** The metadata of all images of a series. */
export const seriesMetadata = async (address: SeriesAddress, signal: AbortSignal): Promise<DicomJson[]> =>
  (await asked(`${seriesPath(address)}/metadata`, 'application/dicom+json', signal)).json();

/** The stored values of an image, as plain bytes: the server undoes compression. */
export const frame = async (
  address: SeriesAddress,
  sop: string,
  signal: AbortSignal,
  priority: RequestPriority,
): Promise<ArrayBuffer> => {
  const path = `${seriesPath(address)}/instances/${sop}/frames/1`;
  return (await asked(path, 'application/octet-stream', signal, priority)).arrayBuffer();
};
