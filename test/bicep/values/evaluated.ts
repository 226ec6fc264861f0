import { format } from '../../../src/core/message.js';
import type { Files } from '../../../src/bicep/analysis.js';
import { loaded } from '../../../src/bicep/judging/loaded.js';
import { evaluationOf } from '../../../src/bicep/values/evaluate.js';
import { namedValue } from '../../../src/bicep/values/names.js';
import { scopeOf } from '../../../src/bicep/values/scope.js';
import type { Value } from '../../../src/bicep/values/model.js';
import type { World } from '../../../src/bicep/values/worlds.js';
import { openWorld } from '../../../src/bicep/values/worlds.js';

const uri = 'file:///main.bicep';

/** Value of the variable `x` of a file. */
export function valueIn(text: string, world: World = openWorld(), others: Files = {}): Value {
  const read = loaded({ ...others, [uri]: text });
  const symbols = read.symbolsOf(uri);
  if (symbols === undefined) throw new Error('not read');
  const scope = scopeOf(evaluationOf(read.files, read.symbolsOf, { world, effort: read.effort }), symbols);
  return namedValue('x', scope, { uri, start: 0, end: 0 });
}

/** A value as short text: JSON where it is known, `?` where not, `+` where more may be there. */
export function shown(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify(value.value);
    case 'null':
      return 'null';
    case 'object':
      return `{${[...value.entries].map(([key, entry]) => `${key}:${shown(entry.value())}`).join(',')}${value.isOpen ? '+' : ''}}`;
    case 'array':
      return `[${value.items.map((item) => shown(item())).join(',')}${value.isOpen ? '+' : ''}]`;
    case 'node':
      return `<${value.node.resource.key}${value.node.tail}>`;
    case 'present':
      return value.node === undefined ? '!' : `!${value.node.resource.key}${value.node.tail}`;
    case 'unknown':
      return '?';
  }
}

export const evaluated = (expression: string, head = ''): string =>
  shown(valueIn(`${head}\nvar x = ${expression}\n`));

export const reasonOf = (value: Value): string => (value.kind === 'unknown' ? format(value.because) : '');
