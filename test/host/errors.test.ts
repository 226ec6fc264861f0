import { beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../src/core/message.js';
import { guarded, humanError, type WaysOn } from '../../src/host/errors.js';
import { problemOf } from '../../src/host/trouble.js';
import { desk } from '../fakes/vscode/desk.js';
import { troubleOf } from '../fakes/world.js';

/** Anybody may throw anything. */
const thrown = (error: unknown): never => {
  throw error;
};

describe('the error boundary', () => {
  const logged: string[] = [];
  const signedIn: string[] = [];
  const keep = (line: string): void => void logged.push(line);
  const ways: WaysOn = {
    world: () => 'azure',
    log: { info: keep, warn: keep, error: keep, show: () => keep('shown') },
    signIn: () => void signedIn.push('asked'),
  };
  const fail = (error: unknown): Promise<void> => guarded('test', () => thrown(error), ways);

  beforeEach(() => {
    desk.reset();
    logged.length = 0;
    signedIn.length = 0;
  });

  it('is silent about what was canceled', async () => {
    await fail(Object.assign(new Error('x'), { name: 'AbortError' }));
    await fail(Object.assign(new Error('x'), { name: 'Canceled' }));
    expect(desk.said).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('says what a person can mend, as it stands', async () => {
    await fail(humanError(say('Open {what} first.', { what: 'a file' })));
    expect(desk.said).toMatchObject([{ kind: 'warning', message: 'Open a file first.' }]);
  });

  it("shows Azure's own words on demand, ready to be copied", async () => {
    desk.presses.push('What Azure Said', 'Copy');
    await fail(
      troubleOf({
        kind: 'denied',
        message: say('You may not read this.'),
        azure: { status: 403, code: 'AuthorizationFailed', message: 'The client lacks x.', requestId: 'r-1' },
      }),
    );
    expect(desk.said[1]?.detail).toContain('The client lacks x.');
    expect(desk.said[1]?.detail).toContain('r-1');
    expect(desk.clipboard).toContain('AuthorizationFailed');
  });

  it('offers to sign in where that is the way on, and says that nothing failed', async () => {
    desk.presses.push('Sign In');
    await fail(Object.assign(new Error('Sign in to tenant t.'), { name: 'SignInNeeded' }));
    expect(desk.said[0]?.message).toMatch(/^Sign in again, then go on/);
    expect(signedIn).toEqual(['asked']);
  });

  it('logs a bug with its place, and says that it is one', async () => {
    desk.presses.push('Show Log');
    await fail(new TypeError('x is undefined'));
    expect(desk.said[0]).toMatchObject({ kind: 'error', buttons: ['Show Log'] });
    expect(desk.said[0]?.message).toContain('x is undefined');
    expect(logged[0]).toContain('errors.test.ts');
    expect(logged).toContain('shown');
  });

  it.each([undefined, null, 'text', { problem: 1 }, Object.assign(new Error('x'), { name: 'Trouble' })])(
    'survives whatever is thrown: %j',
    async (thrown) => {
      await fail(thrown);
      expect(desk.said).toHaveLength(1);
      expect(problemOf(thrown).kind).toBe('failed');
    },
  );
});
