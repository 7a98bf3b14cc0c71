// Arguments: address of a DICOMweb service, a file with a token, a folder of slices of one study.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import XMLHttpRequest from 'xhr2';

globalThis.XMLHttpRequest = XMLHttpRequest;
const library = await import('dicomweb-client');
const { DICOMwebClient } = (library.default ?? library).api;

const [url, tokenFile, folder] = process.argv.slice(2);
const client = new DICOMwebClient({
  url,
  headers: { Authorization: `Bearer ${readFileSync(tokenFile, 'utf8')}` },
});

const must = (isTrue, words) => {
  if (!isTrue) throw new Error(words);
};
const value = (set, tag) => set[tag]?.Value?.[0];

const files = readdirSync(folder).sort().map((name) => readFileSync(join(folder, name)));
const datasets = files.map((file) => file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
for (let at = 0; at < datasets.length; at += 20) {
  await client.storeInstances({ datasets: datasets.slice(at, at + 20) });
}
console.log(`storeInstances: ${datasets.length} images`);

const studies = await client.searchForStudies({ queryParams: { PatientID: 'HILUM*' } });
const study = value(studies[0], '0020000D');
console.log(`searchForStudies: ${studies.length}, ${study}`);
must(studies.length === 1, 'one study');

const series = await client.searchForSeries({ studyInstanceUID: study });
const ct = value(series.find((each) => value(each, '00080060') === 'CT'), '0020000E');
console.log(`searchForSeries: ${series.map((each) => value(each, '00080060')).join(', ')}`);

const instances = await client.searchForInstances({ studyInstanceUID: study, seriesInstanceUID: ct });
console.log(`searchForInstances: ${instances.length}`);
must(instances.length === datasets.length, 'every image is found');

const sop = value(instances[0], '00080018');
const names = { studyInstanceUID: study, seriesInstanceUID: ct, sopInstanceUID: sop };
const metadata = await client.retrieveSeriesMetadata({ studyInstanceUID: study, seriesInstanceUID: ct });
console.log(`retrieveSeriesMetadata: ${metadata.length} data sets of ${Object.keys(metadata[0]).length} attributes`);

const whole = await client.retrieveInstance(names);
const kept = Buffer.from(whole);
must(files.some((file) => file.equals(kept)), 'the file is byte for byte what was sent');
console.log(`retrieveInstance: ${whole.byteLength} bytes, as they were sent`);

const frames = await client.retrieveInstanceFrames({ ...names, frameNumbers: [1] });
must(frames[0].byteLength === 512 * 512 * 2, 'a frame of 512 x 512');
console.log(`retrieveInstanceFrames: ${frames[0].byteLength} bytes`);

const [picture] = await client.retrieveInstanceRendered({ ...names, mediaTypes: [{ mediaType: 'image/png' }] });
must(Buffer.from(picture).subarray(1, 4).toString() === 'PNG', `a PNG, not ${Buffer.from(picture).subarray(0, 80)}`);
console.log(`retrieveInstanceRendered: PNG of ${picture.byteLength} bytes`);

const all = await client.retrieveSeries({ studyInstanceUID: study, seriesInstanceUID: ct });
console.log(`retrieveSeries: ${all.length} images`);
must(all.length === datasets.length, 'every image comes back');
