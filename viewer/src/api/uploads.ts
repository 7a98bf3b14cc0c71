import { putBytes, request } from './request';

export type FileState =
  | 'WAITING' | 'RECEIVING' | 'UNPACKING' | 'UNPACKED' | 'TAKEN' | 'ALREADY_HERE' | 'LEFT_ALONE' | 'TURNED_AWAY';
export type UploadState = 'OPEN' | 'FINISHING' | 'FINISHED' | 'CANCELLED' | 'EXPIRED';

export interface Reason {
  readonly code: string;
  readonly message: string;
}

export interface UploadedFile {
  readonly id: string;
  readonly archiveId?: string | null;
  readonly path: string;
  readonly bytes: number;
  /** How many bytes are there. */
  readonly offset: number;
  readonly state: FileState;
  readonly reasons: readonly Reason[];
}

export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly state: UploadState;
  readonly declaredAt: string;
  readonly endedAt?: string | null;
  readonly counts: Readonly<Partial<Record<FileState, number>>>;
  /** Absent in a list. */
  readonly files?: readonly UploadedFile[] | null;
  readonly studies?: readonly { readonly studyInstanceUid: string; readonly instances: number }[] | null;
  readonly reasons: readonly Reason[];
}

const AT = '/api/uploads';

const sure = <T>(answer: T | null): T => {
  if (answer === null) {
    throw new TypeError('the server answered without a body');
  }
  return answer;
};

export const declare = async (
  name: string, files: readonly { readonly path: string; readonly bytes: number }[]): Promise<Upload> =>
  sure(await request<Upload>('POST', AT, { name, files }));

export const uploads = async (): Promise<readonly Upload[]> => sure(await request<readonly Upload[]>('GET', AT));

export const upload = async (id: string): Promise<Upload> =>
  sure(await request<Upload>('GET', `${AT}/${encodeURIComponent(id)}`));

const fileAt = (id: string, file: string): string =>
  `${AT}/${encodeURIComponent(id)}/files/${encodeURIComponent(file)}`;

export const fileOf = async (id: string, file: string): Promise<UploadedFile> =>
  sure(await request<UploadedFile>('GET', fileAt(id, file)));

export const bring = async (
  id: string, file: string, bytes: ArrayBuffer, offset: number, signal: AbortSignal): Promise<UploadedFile> =>
  sure(await putBytes<UploadedFile>(fileAt(id, file), bytes, offset, signal));

export const finish = async (id: string, without: boolean): Promise<Upload> =>
  sure(await request<Upload>('POST', `${AT}/${encodeURIComponent(id)}/finish?without=${without}`));

export const giveUp = (id: string): Promise<null> => request<null>('DELETE', `${AT}/${encodeURIComponent(id)}`);
