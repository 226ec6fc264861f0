import { describe, expect, it } from 'vitest';
import { clustersQuery, neighboursQuery } from '../../../src/azure/inventory/queries.js';
import { isInventory, neighboursOf } from '../../../src/sandbox/graph/queries.js';

describe("the product's graph queries", () => {
  it('are known to the sandbox, which has a copy of its own', () => {
    expect(isInventory(clustersQuery)).toBe(true);
    expect(neighboursOf(neighboursQuery(['/subscriptions/a', '/subscriptions/b']))).toEqual([
      '/subscriptions/a',
      '/subscriptions/b',
    ]);
  });

  it('project a plain column, so that Azure pages them, and are in a stable order', () => {
    for (const query of [clustersQuery, neighboursQuery(['x'])]) {
      expect(query).toMatch(/project id,/);
      expect(query).toMatch(/order by .*id asc$/);
      expect(query).not.toMatch(/\b(limit|take|sample)\b/);
    }
  });

  it('cannot be left by an id that holds a quote', () => {
    expect(neighboursQuery(["x') | union secrets //"])).toBe(
      "resources | where id in~ ('x) | union secrets //') | project id, type, name, location, sku, zones, properties, tags | order by id asc",
    );
  });
});
