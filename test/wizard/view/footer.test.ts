import { describe, expect, it } from 'vitest';
import { say } from '../../../src/core/message.js';
import { managedLoadBalancer, ownLoadBalancer, ownNatGateway, ownWithGateway } from '../../fakes/clusters.js';
import { readingOf } from '../../fakes/readings.js';
import type { Conversation } from '../conversation.js';
import { converse, converseAbout, openingFor, readOf, recordOf } from '../conversation.js';
import { allDone, begun, words } from '../journal.js';

const next = (talk: Conversation) => talk.picture().footer.next;
const sentence = (talk: Conversation) => words(talk.picture().footer.sentence);

/** Does what the footer says, where that is an act. */
function follow(talk: Conversation): void {
  const act = next(talk);
  if (act === undefined || !('intent' in act)) throw new Error(`no act: ${sentence(talk)}`);
  expect(act.disabled).toBeUndefined();
  talk.want(act.intent);
}

describe('the one next act', () => {
  it('leads a newcomer from Today to Result', () => {
    const reading = readingOf(ownWithGateway);
    const talk = converse(openingFor(reading));
    expect(sentence(talk)).toBe('The cluster is being read. Nothing is changed by that.');
    talk.tell(readOf(talk, reading));
    expect(next(talk)).toMatchObject({ goTo: 'choose' });
    const recommended = talk.picture().choose?.choices.find((choice) => choice.recommended !== undefined);
    talk.want({ kind: 'choose', target: recommended!.key });
    expect(words((next(talk) as { label: Parameters<typeof words>[0] }).label)).toBe('Review and start…');
    follow(talk);
    talk.tell({ kind: 'confirmed', question: 'start', yes: true });
    expect(next(talk)).toMatchObject({ goTo: 'run' });
    talk.tell({ kind: 'runChanged', record: recordOf(talk, begun(talk)) });
    expect(next(talk)).toMatchObject({ goTo: 'run' });
    talk.tell({ kind: 'runReturned', outcome: { kind: 'ended', record: recordOf(talk, allDone(talk)) } });
    talk.tell(readOf(talk, readingOf({ ...ownNatGateway, name: 'payments-prod' })));
    expect(sentence(talk)).toBe('Done in 3 min 0 s: the cluster leaves from 192.0.2.7.');
    follow(talk);
    expect(talk.asked.at(-1)).toMatchObject({ kind: 'copy' });
  });

  it('is the one that gets closer while a start is not possible, and says why beside a disabled Start', () => {
    const talk = converseAbout(readingOf(ownLoadBalancer));
    talk.want({ kind: 'choose', target: 'none' });
    expect(next(talk)).toMatchObject({ goTo: 'check' });
    // What a plan can make ready itself is a matter of an option.
    talk.want({ kind: 'choose', target: 'userDefinedRouting' });
    expect(next(talk)).toMatchObject({ goTo: 'configure', focus: 'options' });
    const [start] = talk.picture().footer.others;
    expect(start).toMatchObject({ intent: { kind: 'start' } });
    expect(words(start?.disabled)).toMatch(/blocks? the change/);
  });

  it('goes to the name where the name is to be typed', () => {
    const talk = converseAbout(readingOf(managedLoadBalancer));
    talk.want({ kind: 'choose', target: 'managedNATGateway/StandardV2' });
    expect(next(talk)).toMatchObject({ goTo: 'plan', focus: 'typedName' });
    talk.want({ kind: 'typeName', name: 'shop-test' });
    expect(next(talk)).toMatchObject({ intent: { kind: 'start' } });
  });

  it('signs in where that is what is missing, and says that nothing was sent', () => {
    const talk = converse(openingFor(readingOf(ownWithGateway)));
    talk.tell({
      kind: 'readFailed',
      generation: 1,
      problem: { kind: 'expired', message: say('Sign in again.') },
    });
    expect(next(talk)).toMatchObject({ intent: { kind: 'signIn' } });
    follow(talk);
    expect(talk.asked.at(-1)).toEqual({ kind: 'signIn' });
  });

  it("reads again where reading failed, with Azure's own words in the picture", () => {
    const talk = converse(openingFor(readingOf(ownWithGateway)));
    const azure = { status: 503, code: 'ServerBusy', message: 'Try later', requestId: 'r-9' };
    talk.tell({
      kind: 'readFailed',
      generation: 1,
      problem: { kind: 'failed', message: say('Not read.'), azure },
    });
    expect(talk.picture().reading).toMatchObject({
      kind: 'failed',
      azure: { code: 'ServerBusy', message: 'Try later', requestId: 'r-9' },
    });
    follow(talk);
    expect(talk.asked.at(-1)).toEqual({ kind: 'read', generation: 2 });
  });
});
