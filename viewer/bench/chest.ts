import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Visitor } from '../e2e/house';

const AT_ONCE = 25;
const HOME = resolve(import.meta.dirname, '../..');

/** Draws a chest of so many slices and sends it to a server (STOW-RS). */
export const sendChest = async (by: Visitor, slices: number): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'hilum-bench-'));
  const draw = '. .mvn/find-jdk.sh; find_jdk 25; exec "$JAVA_HOME/bin/java" -cp "$(cat server/target/classpath.txt)" viewer/bench/DrawnStudy.java "$@"';
  await promisify(execFile)('bash', ['-c', draw, 'draw', folder, `${slices}`], { cwd: HOME });
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  for (let n = 0; n < files.length; n += AT_ONCE) {
    const some = files.slice(n, n + AT_ONCE);
    await by.stow(await Promise.all(some.map((file) => readFile(join(file.parentPath, file.name)))));
  }
  await rm(folder, { recursive: true, force: true });
};
