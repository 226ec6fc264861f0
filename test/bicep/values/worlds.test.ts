import { describe, expect, it } from 'vitest';
import { inEveryWorld, maxWorlds } from '../../../src/bicep/values/worlds.js';
import { shown, valueIn } from './evaluated.js';

const head = `param flag bool
param text string
@allowed([
  'a'
  'b'
  'c'
])
param kind string
param mode 'x' | 'y'
type alias = 'p' | 'q'
param named alias
`;

/** Every value that an expression may have, one for each world. */
const all = (expression: string): readonly string[] =>
  inEveryWorld((world) => ({
    kind: 'holds',
    value: shown(valueIn(`${head}var x = ${expression}\n`, world)),
  }));

describe('worlds', () => {
  it.each([
    ['flag', ['true', 'false']],
    ['kind', ['"a"', '"b"', '"c"']],
    ['mode', ['"x"', '"y"']],
    ['named', ['"p"', '"q"']],
    ["kind == 'a' ? 1 : 2", ['1', '2', '2']],
    ['empty(text) ? 1 : 2', ['1', '2']],
    ['[flag, !flag, flag]', ['[true,false,true]', '[false,true,false]']],
    ['[empty(text) ? 1 : 2, !empty( text ) ? 1 : 2]', ['[1,2]', '[2,1]']],
    ["[text == 'a' ? 1 : 2, text != 'a' ? 1 : 2]", ['[1,2]', '[2,1]']],
    ['empty(text) && flag ? 1 : 2', ['1', '2', '2']],
    ["'fixed'", ['"fixed"']],
  ])('%s has the values %j', (expression, values) => {
    expect(all(expression)).toEqual(values);
  });

  it('what fails in one world holds in none, and is not asked further', () => {
    let asked = 0;
    const answers = inEveryWorld((world) => {
      asked += 1;
      return world.decide('a', 3) === 1 ? { kind: 'fails' } : { kind: 'holds', value: 1 };
    });
    expect([answers, asked]).toEqual([[], 2]);
  });

  it('worlds that do not count are left out', () => {
    expect(
      inEveryWorld((world) =>
        world.decide('a', 2) === 0 ? { kind: 'apart' } : { kind: 'holds', value: 'yes' },
      ),
    ).toEqual(['yes']);
  });

  it('too many worlds leave the question open', () => {
    let asked = 0;
    const answers = inEveryWorld((world) => {
      asked += 1;
      for (let n = 0; n < 20; n += 1) world.decide(`d${n}`, 2);
      return { kind: 'holds', value: 1 };
    });
    expect([answers, asked]).toEqual([[], maxWorlds]);
  });
});
