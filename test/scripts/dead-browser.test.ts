import { describe, expect, it } from 'vitest';
import { underDeadBrowser } from '../../scripts/dead-browser.mjs';

const died = 'Error: locator.waitFor: Target page, context or browser has been closed\nBrowser logs:';
const wrong = 'Error: expect(locator).toContainText(expected) failed';

const test = (status: string, ...messages: string[]) => ({
  tests: [{ status, results: [{ errors: messages.map((message) => ({ message })) }] }],
});
const report = (...specs: unknown[]) => ({ errors: [], suites: [{ specs: [], suites: [{ specs }] }] });

describe('tests under a browser that died', () => {
  it('run once more where nothing else failed', () => {
    expect(underDeadBrowser(report(test('expected'), test('unexpected', died)))).toBe(1);
    expect(underDeadBrowser(report(test('unexpected', died), test('unexpected', died)))).toBe(2);
  });

  it('do not where a test failed of itself, or the runner did', () => {
    expect(underDeadBrowser(report(test('unexpected', died), test('unexpected', wrong)))).toBe(0);
    expect(underDeadBrowser(report(test('unexpected', wrong)))).toBe(0);
    expect(underDeadBrowser({ ...report(test('unexpected', died)), errors: [{ message: 'x' }] })).toBe(0);
  });

  it('are none where all is well', () => {
    expect(underDeadBrowser(report(test('expected')))).toBe(0);
    expect(underDeadBrowser({ errors: [] })).toBe(0);
  });
});
