import { crc32 } from 'node:zlib';

const END_OF_ALL = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const VERSION = 20;

const numbers = (...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );

/** An archive of files that are not compressed (PKWARE APPNOTE 6.3, 4.3). */
export function zip(files: Readonly<Record<string, Buffer>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    // Version, flags, method, time, date, checksum, sizes, lengths of name and extra field.
    const common = numbers(
      [VERSION, 2], [0, 2], [0, 2], [0, 2], [0x21, 2], [crc32(content), 4],
      [content.length, 4], [content.length, 4], [name.length, 2], [0, 2],
    );
    const body = Buffer.concat([numbers([LOCAL, 4]), common, name, content]);
    bodies.push(body);
    directory.push(numbers([CENTRAL, 4], [VERSION, 2]), common, numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), name);
    at += body.length;
  }
  const entries = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = numbers([END_OF_ALL, 4], [0, 2], [0, 2], [count, 2], [count, 2], [entries.length, 4], [at, 4], [0, 2]);
  return Buffer.concat([...bodies, entries, end]);
}
