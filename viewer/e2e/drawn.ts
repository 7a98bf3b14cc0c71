import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Visitor } from './house';

const DIGITS = 6;

/** Another UID of the same length, for each UID another. */
const another = (uid: string): string =>
  uid.slice(0, -DIGITS) + [...uid.slice(-DIGITS)].map((digit) => (Number(digit) + 1) % 10).join('');

/** The parts of a multipart answer. */
function parts(answer: Buffer): Buffer[] {
  const start = answer.indexOf('--');
  const boundary = answer.subarray(start, answer.indexOf('\r\n', start));
  const found: Buffer[] = [];
  for (let from = start; ; ) {
    const body = answer.indexOf('\r\n\r\n', from) + 4;
    const end = answer.indexOf(boundary, body);
    if (body < 4 || end < 0) {
      return found;
    }
    found.push(answer.subarray(body, end - 2));
    from = end;
  }
}

/** A folder with the drawn chest as the CT of somebody else, whom the server does not know. */
export async function anotherChest(by: Visitor, patientId: string): Promise<string> {
  const { entries } = await by.ask<{ entries: { studyInstanceUid: string }[] }>('GET', '/api/worklist?text=HILUM-PHANTOM-1');
  const study = entries[0].studyInstanceUid;
  const series = JSON.parse(
    (await by.bytes(`/dicomweb/studies/${study}/series?Modality=CT`, 'application/dicom+json')).toString(),
  ) as Record<string, { Value: string[] }>[];
  const chosen = join(await mkdtemp(join(tmpdir(), 'hilum-chest-')), 'chest');
  await mkdir(chosen);
  for (const uid of series.map((each) => each['0020000E'].Value[0])) {
    const answer = await by.bytes(
      `/dicomweb/studies/${study}/series/${uid}`, 'multipart/related; type="application/dicom"; transfer-syntax=*');
    for (const [n, part] of parts(answer).entries()) {
      const changed = part
        .toString('latin1')
        .replace(/2\.25\.\d{30,}/g, another)
        .replaceAll('HILUM-PHANTOM-1', patientId);
      await writeFile(join(chosen, `${uid.slice(-DIGITS)}-${n}.dcm`), changed, 'latin1');
    }
  }
  return chosen;
}
