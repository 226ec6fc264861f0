import { readAround } from '../../../src/azure/around/read-around.js';
import type { Part } from '../../../src/core/surroundings-wanted.js';
import type { Arm } from '../../../src/azure/wire/arm.js';
import { leading, subject } from './neighbourhood.js';

/** How many rounds of answers a part takes: what is asked together is answered together. */
export async function wavesOf(part: Part): Promise<number> {
  const waiting: (() => void)[] = [];
  const later = <T>(answer: T): Promise<T> => new Promise((done) => waiting.push(() => done(answer)));
  const arm: Arm = {
    url: (path) => path,
    read: () => later({ kind: 'answer', status: 200, headers: {}, body: leading }),
    list: () => later({ kind: 'list', elements: [leading] }),
    write: () => Promise.reject(new Error('nothing is written here')),
  };
  const done = { is: false };
  const reading = readAround({ arm, facts: subject(), parts: [part] }).then(() => {
    done.is = true;
  });
  for (let waves = 0; ; waves++) {
    await new Promise((goOn) => setImmediate(goOn));
    if (done.is) {
      await reading;
      return waves;
    }
    const round = waiting.splice(0);
    if (round.length === 0) throw new Error(`${part} waits for nothing`);
    for (const answer of round) answer();
  }
}
