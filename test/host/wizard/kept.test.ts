import { describe, expect, it } from 'vitest';
import { keptIn } from '../../../src/host/wizard/kept.js';
import { clusterId } from '../run-record.js';

const cluster = {
  id: clusterId,
  name: 'shop-prod',
  tenantId: 't',
  resourceGroup: 'shop',
  subscriptionId: 's',
};
const state = (opened: unknown): unknown => ({ message: { type: 'state', opened }, layout: 'cards' });

describe('a page that VS Code restores', () => {
  it('finds its cluster again', () => {
    expect(keptIn(state({ world: 'sandbox', cluster }))).toEqual({ world: 'sandbox', cluster });
  });

  it('gives the choice back as it is: whoever takes it parses it', () => {
    const choice = [{ kind: 'choose', target: 'none' }, 7];
    expect(keptIn(state({ world: 'sandbox', cluster, choice }))).toEqual({
      world: 'sandbox',
      cluster,
      choice,
    });
  });

  it.each([
    undefined,
    null,
    'text',
    {},
    { message: null },
    state(undefined),
    state({ world: 'elsewhere', cluster }),
    state({ world: 'azure' }),
    state({ world: 'azure', cluster: { ...cluster, id: 7 } }),
    state({ world: 'azure', cluster: { ...cluster, id: 'https://evil.example/' } }),
    state({ world: 'azure', cluster: { ...cluster, id: '/subscriptions/a/../../tenants' } }),
    state({ world: 'azure', cluster: { ...cluster, tenantId: undefined } }),
  ])('is closed when it has kept %j', (kept) => {
    expect(keptIn(kept)).toBeUndefined();
  });
});
