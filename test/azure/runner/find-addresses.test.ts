import { describe, expect, it } from 'vitest';
import { valueAt, type Json } from '../../../src/core/json.js';
import type { RunRecord } from '../../../src/core/run-record.js';
import { foldRun } from '../../../src/core/run.js';
import { lettingDrawnIn, toManagedNatGateway } from '../orders.js';
import { answerTo, ended, find, never, recordOf, rig, watching } from '../rig.js';

const change = lettingDrawnIn(toManagedNatGateway);
const before = ['192.0.2.0/26', '203.0.113.10/32'];
const drawn = ['198.51.100.1', '198.51.100.2'];

const listOf = (body: unknown) =>
  valueAt(body as Json, ['properties', 'apiServerAccessProfile', 'authorizedIPRanges']);
const isAddress = (request: Request) => /\/publicIPAddresses\//i.test(request.url);
const newest = (record: RunRecord) => record.events.at(-1);

describe('a step that needs addresses which AKS has chosen in the one before', () => {
  it('reads them, keeps them in the journal before anything is sent, and adds them to what is there', async () => {
    const { open, order, puts } = rig();
    const window = open();
    const kept: (readonly string[])[] = [];
    window.journal.onWrite = ({ events, found = [] }) => {
      if (events.at(-1)?.kind !== 'sending') return;
      kept.push(found.flatMap(({ as, value }) => (as === 'addresses' ? (value as readonly string[]) : [])));
    };
    const start = await order(window, 'shop-prod', change);
    const record = recordOf(await window.azure.runner.start(start, watching().watch));
    expect(ended(record)?.end).toBe('succeeded');
    expect(kept).toEqual([[], drawn]);
    expect(await puts()).toHaveLength(2);
    expect(listOf(window.bodies.at(-1))).toEqual([...before, ...drawn]);
    expect(foldRun(record).steps.flatMap(({ differences }) => differences)).toEqual([]);
  });

  it('keeps an entry that came onto the list while the type was changed', async () => {
    const { open, order } = rig();
    const window = open();
    const start = await order(window, 'shop-prod', change);
    window.answerWith = async (response, { method, url }) => {
      if (method !== 'GET' || !/managedClusters\/shop-prod\?/i.test(url) || !response.ok) return response;
      const body = (await response.json()) as Json;
      const isSwitched =
        valueAt(body, ['properties', 'networkProfile', 'outboundType']) === 'managedNATGateway';
      // As if AKS itself, or somebody in the last moment of the operation, had added one.
      const text = JSON.stringify(body);
      return new Response(
        isSwitched ? text.replace('"192.0.2.0/26"', '"192.0.2.0/26","198.18.0.0/15"') : text,
        {
          status: response.status,
          headers: response.headers,
        },
      );
    };
    const record = recordOf(await window.azure.runner.start(start, watching().watch));
    expect(ended(record)?.end).toBe('succeeded');
    expect(listOf(window.bodies.at(-1))).toEqual([
      '192.0.2.0/26',
      '198.18.0.0/15',
      '203.0.113.10/32',
      ...drawn,
    ]);
    // It is told, because nobody of ours meant it.
    expect(JSON.stringify(foldRun(record).steps[0]?.differences)).toContain('198.18.0.0/15');
  });

  it('outlasts throttling and a cut line while nodes wait, and says that it waits', async () => {
    const { open, order, puts } = rig();
    const window = open();
    let left = 3;
    window.onSending = (request) => {
      if (!isAddress(request) || left === 0 || window.bodies.length === 0) return undefined;
      left -= 1;
      if (left === 2) throw new TypeError('the line is cut');
      return new Response('{"error":{"code":"TooManyRequests","message":"Later."}}', { status: 429 });
    };
    const { watch, shown } = watching();
    const start = await order(window, 'shop-prod', change);
    const record = recordOf(await window.azure.runner.start(start, watch));
    expect(left).toBe(0);
    expect(ended(record)?.end).toBe('succeeded');
    expect(shown.some((one) => newest(one)?.kind === 'waiting')).toBe(true);
    expect(await puts()).toHaveLength(2);
  });

  it('asks the person where they may not be read, sends nothing, and goes on once they may', async () => {
    const { open, order, puts } = rig();
    const window = open();
    let isDenied = true;
    window.onSending = (request) =>
      isAddress(request) && isDenied && window.bodies.length > 0
        ? new Response('{"error":{"code":"AuthorizationFailed","message":"No."}}', { status: 403 })
        : undefined;
    const start = await order(window, 'shop-prod', change);
    const asking = recordOf(await window.azure.runner.start(start, watching().watch));
    expect(foldRun(asking)).toMatchObject({
      status: 'asking',
      question: { question: 'continue', stepId: 'let-in' },
    });
    expect(await puts()).toHaveLength(1);
    isDenied = false;
    expect(ended(recordOf(await answerTo(window, 'run-1', true)))?.end).toBe('succeeded');
    expect(listOf(window.bodies.at(-1))).toEqual([...before, ...drawn]);
  });

  it('sends nothing on an answer that has no address, and asks', async () => {
    const { open, order, puts } = rig();
    const window = open();
    window.answerWith = async (response, request) =>
      isAddress(request) && window.bodies.length > 0
        ? new Response((await response.text()).replaceAll('ipAddress', 'noAddress'), response)
        : response;
    const start = await order(window, 'shop-prod', change);
    const asking = recordOf(await window.azure.runner.start(start, watching().watch));
    expect(await puts()).toHaveLength(1);
    expect(foldRun(asking).question).toEqual({ question: 'continue', stepId: 'let-in' });
  });

  it.each(['sending', 'accepted'] as const)(
    'is carried on by another window after a kill at "%s", with the same addresses and one PUT',
    async (kind) => {
      const { open, order, puts } = rig();
      const window = open();
      window.journal.onKept = (record) => {
        const event = newest(record);
        if (event?.kind !== kind || !('stepId' in event) || event.stepId !== 'let-in') return;
        window.die();
        throw new Error('killed');
      };
      const start = await order(window, 'shop-prod', change);
      await expect(window.azure.runner.start(start, watching().watch)).rejects.toThrow();
      const next = open();
      let record = recordOf(await next.azure.runner.resume('run-1', watching().watch));
      if (ended(record) === undefined) record = recordOf(await answerTo(next, 'run-1', true));
      expect(ended(record)?.end).toBe('succeeded');
      const accepted = (await puts()).filter((put) => put.accepted);
      expect(accepted).toHaveLength(2);
      const { basis } = await next.azure.read(await find(next, 'shop-prod'), never());
      expect(listOf(basis.body)).toEqual([...before, ...drawn]);
    },
  );
});
