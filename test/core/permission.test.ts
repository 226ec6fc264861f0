import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allows } from '../../src/core/permission.js';

const write = 'Microsoft.ContainerService/managedClusters/write';
const may = (actions: readonly string[], notActions: readonly string[] = []) =>
  allows([{ actions, notActions }], write);

describe('a permission', () => {
  it.each([
    ['*'],
    ['*/write'],
    ['Microsoft.ContainerService/*'],
    ['microsoft.containerservice/managedclusters/write'],
    ['Microsoft.*/managedClusters/*'],
    ['*/managedClusters/*'],
  ])('%s allows writing a cluster', (action) => expect(may([action])).toBe(true));

  it.each([
    ['*/read'],
    ['Microsoft.Network/*'],
    ['Microsoft.ContainerService/managedClusters/writ'],
    ['Microsoft.ContainerService/managedClusters/write/*'],
    ['Microsoft.ContainerService/managedClusters'],
    [''],
  ])('%s does not', (action) => expect(may([action])).toBe(false));

  it('is taken back by its own notActions, and not by those of another', () => {
    expect(may(['*'], ['Microsoft.ContainerService/*/write'])).toBe(false);
    const other = { actions: ['*/read'], notActions: ['*'] };
    expect(allows([{ actions: ['*'], notActions: [] }, other], write)).toBe(true);
    expect(allows([], write)).toBe(false);
  });

  it('with a wildcard covers what a pattern of text would', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', '/', 'ab'), { maxLength: 6 })
      .map((parts) => parts.join(''));
    const pattern = fc
      .array(fc.oneof(text, fc.constant('*')), { maxLength: 5 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(pattern, text, (action, wanted) => {
        const asRegExp = new RegExp(`^${action.split('*').join('.*')}$`);
        expect(allows([{ actions: [action], notActions: [] }], wanted)).toBe(asRegExp.test(wanted));
      }),
      { seed: 20_261_125, numRuns: 2000 },
    );
  });
});
