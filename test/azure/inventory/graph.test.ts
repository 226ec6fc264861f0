import { describe, expect, it } from 'vitest';
import { askGraph } from '../../../src/azure/inventory/graph.js';
import { json, wire, type Answering } from '../../fakes/wire.js';

const row = (name: string) => ({
  id: `/subscriptions/s/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/${name}`,
  name,
  outboundType: '',
});
const ask = (answering: Answering) => {
  const { arm, arrived } = wire(answering);
  return { arrived, answer: askGraph(arm, 't', new AbortController().signal) };
};

describe('the graph', () => {
  it('is asked page by page, 1,000 rows each, by the token of the page before', async () => {
    const { arrived, answer } = ask((_, count) =>
      json(200, {
        data: [row(`c${count}`)],
        resultTruncated: 'false',
        ...(count < 3 ? { $skipToken: `t${count}` } : {}),
      }),
    );
    expect(await answer).toMatchObject({
      kind: 'clusters',
      isCut: false,
      clusters: [{ name: 'c1' }, { name: 'c2' }, { name: 'c3' }],
    });
    const tokens = arrived.map(({ body }) => (body as { options: Record<string, unknown> }).options);
    expect(tokens.map((options) => [options['$top'], options['$skipToken']])).toEqual([
      [1000, undefined],
      [1000, 't1'],
      [1000, 't2'],
    ]);
  });

  it('shows a cluster once, though a row moved to the next page meanwhile', async () => {
    const { answer } = ask((_, count) =>
      json(200, { data: [row('one'), row(`c${count}`)], ...(count === 1 ? { $skipToken: 't' } : {}) }),
    );
    expect(await answer).toMatchObject({ clusters: [{ name: 'one' }, { name: 'c1' }, { name: 'c2' }] });
  });

  it.each([
    ['it truncates without a token', { resultTruncated: 'true' }, {}],
    ['there are more subscriptions than it looks at', {}, { 'x-ms-tenant-subscription-limit-hit': 'true' }],
  ])('says that the list is cut where %s', async (_, body, headers) => {
    const { answer } = ask(() => json(200, { data: [], ...body }, headers));
    expect(await answer).toMatchObject({ kind: 'clusters', isCut: true });
  });

  it('that repeats its token for ever is not followed for ever', async () => {
    const { arrived, answer } = ask(() => json(200, { data: [], $skipToken: 'same' }));
    await answer;
    expect(arrived).toHaveLength(2);
  });

  it.each([{}, { data: {} }, null, 'x'])(
    'that answers %j has failed, and an odd row hides no other',
    async (body) => {
      expect(await ask(() => json(200, body)).answer).toMatchObject({ kind: 'refused' });
      const { answer } = ask(() =>
        json(200, { data: [null, { id: 7 }, { id: '/subscriptions/s' }, row('one')] }),
      );
      expect(await answer).toMatchObject({ clusters: [{ name: 'one' }] });
    },
  );

  it('sends an empty text where a property is absent: then nothing is known of it', async () => {
    const answer = await ask(() => json(200, { data: [row('one')] })).answer;
    expect(answer.kind === 'clusters' && answer.clusters[0]).not.toHaveProperty('outboundType');
  });
});
