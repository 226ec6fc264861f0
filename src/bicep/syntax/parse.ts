import { decorators } from './decorators.js';
import { expression } from './expressions.js';
import { lex } from './lex.js';
import type { Program } from './node.js';
import type { Parsing } from './parsing.js';
import { resource, statements } from './statements.js';
import { typeExpression } from './type-expressions.js';

/**
 * Parses a `.bicep` or `.bicepparam` file. Never throws, takes time in proportion to the text, and keeps
 * whatever is intact: damage becomes skip nodes and open lists.
 */
export function parse(text: string): Program {
  const { tokens, comments, pragmas, problems } = lex(text);
  const parsing: Parsing = {
    text,
    tokens,
    grammar: { expression, type: typeExpression, decorators, resource },
    problems: [...problems],
    at: 0,
    depth: 0,
    steps: 0,
    missingClosers: 0,
  };
  return {
    text,
    statements: statements(parsing),
    comments,
    pragmas,
    problems: parsing.problems,
    steps: parsing.steps,
    start: 0,
    end: text.length,
  };
}
