import { describe, expect, it } from 'vitest';
import { newNonce, pageHtml } from '../../../src/host/wizard/page-html.js';

const html = pageHtml({
  nonce: 'n0nce',
  cspSource: 'https://csp.example',
  script: 'https://csp.example/page.js?a=1&b="><script>',
  style: 'https://csp.example/page.css',
  language: 'en',
});
const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!.split('; ');

describe("the planner's page", () => {
  it('may do nothing but run one script and show its style', () => {
    expect(policy[0]).toBe("default-src 'none'");
    expect(policy.filter((rule) => /unsafe|\*|connect-src|frame-src/.test(rule))).toEqual([]);
    expect(policy).toContain("script-src 'nonce-n0nce'");
  });

  it('has no script or style inside', () => {
    expect([...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, inside]) => inside)).toEqual(['']);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
  });

  it('cannot be broken out of by an address', () => {
    expect(html).toContain('b=&quot;&gt;&lt;script&gt;');
  });

  it('has a nonce that nobody guesses, new each time', () => {
    const nonces = Array.from({ length: 100 }, newNonce);
    expect(new Set(nonces).size).toBe(100);
    for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{24}$/);
  });
});
