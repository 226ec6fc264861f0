import { describe, expect, it } from 'vitest';
import { say } from '../../src/core/message.js';
import { calmAround } from '../fakes/calm-around.js';
import { ownWithGateway } from '../fakes/clusters.js';
import { readingOf } from '../fakes/readings.js';
import { converse, openingFor, readOf, type Conversation } from './conversation.js';
import { kinds, ownGateway, words } from './journal.js';

const reading = readingOf(ownWithGateway);

/** Read, and nothing said yet of what stands around. */
function talkAbout(): Conversation {
  const talk = converse(openingFor(reading), null);
  talk.tell(readOf(talk, reading));
  return talk;
}

const questionsIn = (talk: Conversation) => talk.asked.filter((effect) => effect.kind === 'readAround');
const answer = (talk: Conversation, index = -1) => {
  const { generation, parts } = questionsIn(talk).at(index)!;
  return { kind: 'aroundRead', generation, parts, around: calmAround(reading.facts) } as const;
};

describe('what stands around the cluster', () => {
  it('is asked for once a type is chosen, and never delays what the facts of the cluster tell', () => {
    const talk = talkAbout();
    expect(questionsIn(talk)).toEqual([]);
    talk.want(ownGateway);
    expect(questionsIn(talk)).toMatchObject([{ generation: 1 }]);
    expect(talk.picture().plan?.digest).toBeDefined();
  });

  it('is "being read" until it comes: neither passed nor unknown, and nothing can be started', () => {
    const talk = talkAbout();
    talk.want(ownGateway);
    const { check, rail, footer } = talk.picture();
    const awaited = check!.groups.find(({ mark }) => mark === 'running')!;
    const known = check!.groups.filter(({ mark }) => mark !== 'running').flatMap(({ findings }) => findings);
    expect(awaited.findings.length).toBeGreaterThan(0);
    const ids = awaited.findings.map(({ ruleId }) => ruleId);
    expect(known.filter(({ ruleId }) => ids.includes(ruleId))).toEqual([]);
    expect(rail.find(({ id }) => id === 'check')?.mark).toBe('running');
    expect(words(footer.sentence)).toContain('are being read');
    expect(kinds(talk.wantStart())).toEqual(['log']);
  });

  it('is judged as soon as it has come', () => {
    const talk = talkAbout();
    talk.want(ownGateway);
    talk.tell(answer(talk));
    expect(talk.picture().check!.groups.filter(({ mark }) => mark === 'running')).toEqual([]);
    expect(kinds(talk.wantStart())).toEqual(['confirm']);
  });

  it('is asked for part by part: another type asks only for what is not there yet', () => {
    const talk = talkAbout();
    talk.want(ownGateway);
    talk.want({ kind: 'choose', target: 'userDefinedRouting' });
    talk.want(ownGateway);
    const asked = questionsIn(talk).flatMap(({ parts }) => parts);
    expect(questionsIn(talk)).toHaveLength(2);
    expect(asked).toContain('firewalls');
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('is asked for anew with each reading, and an answer to an older one is dropped', () => {
    const talk = talkAbout();
    talk.want(ownGateway);
    talk.want({ kind: 'refresh' });
    expect(kinds(talk.tell(answer(talk)))).toEqual(['log']);
    talk.tell(readOf(talk, reading));
    expect(questionsIn(talk).map(({ generation }) => generation)).toEqual([1, 2]);
    expect(kinds(talk.tell(answer(talk, 0)))).toEqual(['log']);
    talk.tell(answer(talk));
    expect(talk.picture().notice).toBeUndefined();
  });

  it('that cannot be read is unknown and says why; a person may still accept that', () => {
    const talk = talkAbout();
    talk.want(ownGateway);
    const { generation, parts } = questionsIn(talk).at(-1)!;
    talk.tell({
      kind: 'aroundFailed',
      generation,
      parts,
      problem: { kind: 'offline', message: say('Azure did not answer.') },
    });
    const { check } = talk.picture();
    expect(words(check!.more)).toContain('Azure did not answer.');
    const unknown = check!.groups.find(({ mark }) => mark === 'unknown')!;
    expect(unknown.findings.length).toBeGreaterThan(0);
    expect(kinds(talk.wantStart())).toEqual(['confirm']);
  });
});
