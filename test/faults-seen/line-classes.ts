import { done, press, sendAgain, type FaultClass } from './fault-class.js';

/** What happens between here and Azure. */
export const onTheLine: readonly FaultClass[] = [
  {
    name: '429 without Retry-After',
    scenario: 'Too many requests',
    // The scenario throttles once, which passes by itself; a second time the person decides.
    prepare: (sandbox) => sandbox.addFault({ kind: 'throttle', method: 'PUT', times: 1 }),
    moments: [
      {
        section: 'run',
        ours: /Not done: Azure has asked us to come back later/,
        azure: /throttled/,
        way: 'Continue',
        then: press('Continue'),
      },
      done,
    ],
    accepted: 1,
  },
  {
    name: '429 with Retry-After',
    prepare: (sandbox) =>
      sandbox.addFault({ kind: 'throttle', method: 'PUT', retryAfterInSeconds: 120, times: 1 }),
    moments: [
      {
        section: 'run',
        ours: /asked us to come back later.*Next look at/s,
        azure: /Retry after 120 seconds/,
        way: 'Stop watching',
      },
      done,
    ],
    accepted: 1,
  },
  {
    name: '429 for longer than anybody waits',
    prepare: (sandbox) =>
      sandbox.addFault({ kind: 'throttle', method: 'PUT', retryAfterInSeconds: 3600, times: 1 }),
    moments: [
      {
        section: 'run',
        ours: /Not done: .* Continue at .* or later/,
        azure: /Retry after 3600 seconds/,
        way: 'Continue',
        then: press('Continue'),
      },
      done,
    ],
    accepted: 1,
  },
  {
    name: '5xx',
    scenario: 'Azure has trouble of its own',
    moments: [
      {
        section: 'run',
        ours: /the answer does not tell whether it was done/,
        azure: /BadGatewayConnection/,
        way: 'Send it again…',
        then: sendAgain,
      },
      done,
    ],
    accepted: 1,
  },
  {
    name: 'cut before acceptance',
    scenario: 'A change that never arrives',
    moments: [{ section: 'run', ours: /no answer came/, way: 'Send it again…', then: sendAgain }, done],
    accepted: 1,
  },
  {
    name: 'cut after acceptance',
    scenario: 'An answer that never arrives',
    prepare: (sandbox, clusterId) => sandbox.addFault({ id: 'hold', kind: 'hold', clusterId }),
    moments: [
      {
        section: 'run',
        ours: /Its answer did not reach us/,
        way: 'Stop watching',
        then: (_p, _w, sandbox) => sandbox.liftFault('hold'),
      },
      done,
    ],
    accepted: 1,
  },
  {
    name: 'HTML body',
    prepare: (sandbox) => sandbox.addFault({ kind: 'html', method: 'PUT', times: 1 }),
    moments: [
      {
        section: 'run',
        ours: /the answer does not tell whether it was done/,
        azure: /Service Unavailable/,
        way: 'Send it again…',
        then: sendAgain,
      },
      done,
    ],
    accepted: 1,
  },
  {
    // VS Code itself asks for the stronger sign-in; the sandbox's account gives it at once.
    name: 'claims challenge',
    scenario: 'A change needs a stronger sign-in',
    moments: [done],
    accepted: 1,
  },
  {
    name: 'a sign-in that ran out before the change',
    prepare: (sandbox) => sandbox.addFault({ kind: 'expiredToken', method: 'PUT', times: 2 }),
    moments: [
      {
        section: 'run',
        ours: /Azure wants you to sign in first/,
        way: 'Sign in',
        then: press('Continue'),
      },
      done,
    ],
    accepted: 1,
  },
  {
    name: 'expired session',
    scenario: 'The sign-in ends during a change',
    moments: [
      {
        section: 'run',
        ours: /sign in to resume/,
        azure: /ExpiredAuthenticationToken|expired/,
        way: 'Sign in',
        then: press('Sign in'),
      },
      done,
    ],
    accepted: 1,
  },
  {
    name: 'offline',
    scenario: 'No connection',
    moments: [
      { section: 'run', ours: /waits for you/, azure: /ENOTFOUND/, way: 'Continue', then: press('Continue') },
      done,
    ],
    accepted: 1,
  },
  {
    name: 'clock jump',
    prepare: (sandbox, clusterId) => sandbox.addFault({ id: 'hold', kind: 'hold', clusterId }),
    moments: [
      {
        section: 'run',
        ours: /under way/,
        way: 'Stop watching',
        async then(_planner, _window, sandbox) {
          await sandbox.jump(3 * 3_600_000);
          await sandbox.liftFault('hold');
        },
      },
      done,
    ],
    accepted: 1,
  },
];
