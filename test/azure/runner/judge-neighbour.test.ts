import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../src/core/json.js';
import { say } from '../../../src/core/message.js';
import type { NetworkPut, Step } from '../../../src/core/plan.js';
import { judgeNeighbour } from '../../../src/azure/runner/judge-neighbour.js';
import { createAddress, staging, stagingId } from '../own-network.js';

const words = say('Words');
const made = createAddress(staging(stagingId));
const send: NetworkPut = made.send;
const step: Step = {
  ...made,
  title: words,
  why: words,
  undo: words,
  interruption: words,
  isCutOver: false,
};

const basis = (body: Json) => ({ apiVersion: send.apiVersion, body, poolETags: {} });
const there = (more: JsonObject = {}, state = 'Succeeded'): Json => {
  const wanted = send.create as JsonObject;
  const properties = {
    ...(wanted['properties'] as JsonObject),
    provisioningState: state,
    ipAddress: '203.0.113.9',
  };
  return { ...wanted, id: send.resourceId, properties, ...more };
};

const judged = (now: Json, isAnswered = false) =>
  judgeNeighbour({ step, send, now: basis(now), before: basis(null), sentETag: undefined, isAnswered }).kind;

describe('a request to make something, whose answer never came', () => {
  it('is done where what is there is what was wanted', () => {
    expect(judged(there())).toBe('done');
  });

  it('is not done where somebody else made another one of that name, though it would pass as verified', () => {
    expect(judged(there({ zones: ['2'] }))).toBe('stale');
    expect(judged(there({ location: 'eastus' }))).toBe('stale');
  });

  it('waits while Azure is at work on it', () => {
    expect(judged(there({}, 'Updating'))).toBe('others');
    expect(judged(there({}, 'Updating'), true)).toBe('ours');
  });

  it('may be repeated where nothing is there, and has failed where Azure says so', () => {
    expect(judged(null)).toBe('repeat');
    expect(judged(there({}, 'Failed'), true)).toBe('failed');
  });
});

describe('a request to make something that Azure took', () => {
  it('is not called done where nothing is there, or another one', () => {
    expect(judged(null, true)).toBe('unverified');
    expect(judged(there({ zones: ['2'] }), true)).toBe('unverified');
  });
});
