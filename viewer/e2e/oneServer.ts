import type { TestProject } from 'vitest/node';
import { chromium } from './chromium';
import { administrator, newcomer, Visitor } from './house';
import { pause, Server } from './server';

const LONGEST_READING_MS = 400_000;

declare module 'vitest' {
  interface ProvidedContext {
    readonly web: string;
    readonly dicomPort: number;
    /** The one-time password of `newcomer`; others have changed theirs. */
    readonly oneTimePassword: string;
  }
}

/** One server for all tests, with a person of each kind and the drawn patient read and compared. */
export default async function oneServer(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (chromium === null) {
    console.log('viewer: tests in a browser are skipped: no Chromium. To run them: sudo apt-get install chromium fonts-noto-cjk');
    return undefined;
  }
  const server = await Server.start();
  try {
    const admin = await administrator(server);
    const oneTimePassword = await newcomer(admin, 'newcomer', 'Dr. New', 'RADIOLOGIST');
    const enter = async (login: string, name: string, ...roles: string[]): Promise<Visitor> => {
      const visitor = new Visitor(server.web);
      await visitor.enter(login, await newcomer(admin, login, name, ...roles));
      return visitor;
    };
    const reader = await enter('reader', 'Dr. Drawn', 'RADIOLOGIST');
    await enter('tech', 'Tina Tech', 'TECHNOLOGIST');
    await enter('auditor', 'Ann Audit', 'AUDITOR');
    await drawnPatientIsCompared(reader);
    project.provide('web', server.web);
    project.provide('dicomPort', server.dicomPort);
    project.provide('oneTimePassword', oneTimePassword);
    return () => server.stop();
  } catch (failed) {
    await server.stop();
    throw failed;
  }
}

async function drawnPatientIsCompared(reader: Visitor): Promise<void> {
  const until = Date.now() + LONGEST_READING_MS;
  for (;;) {
    const { entries } = await reader.ask<{ entries: { state: string; hasComparison: boolean }[] }>('GET', '/api/worklist');
    if (entries.length === 2 && entries.some((each) => each.hasComparison)) {
      return;
    }
    if (Date.now() > until) {
      throw new Error(`the drawn patient was not read and compared: ${JSON.stringify(entries)}`);
    }
    await pause(200);
  }
}
