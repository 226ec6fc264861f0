import type { Name, Range, Skip } from './range.js';
import type { Pragma, Comment, SyntaxProblem } from './token.js';
import type { TypeNode } from './type-node.js';

export interface StringNode extends Range {
  readonly kind: 'string';
  /** Text around the holes: one more than there are holes. */
  readonly texts: readonly string[];
  readonly holes: readonly Expression[];
}

export interface LiteralNode extends Range {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
}

export interface ReferenceNode extends Range {
  readonly kind: 'reference';
  readonly name: string;
}

export interface Property extends Range {
  readonly kind: 'property';
  readonly key: Range & { readonly name: Name | StringNode };
  readonly value: Expression;
}

export interface Spread extends Range {
  readonly kind: 'spread';
  readonly of: Expression;
}

export interface ObjectNode extends Range {
  readonly kind: 'object';
  readonly members: readonly (Property | Spread | ResourceDeclaration | Skip)[];
  readonly isClosed: boolean;
}

export interface ArrayNode extends Range {
  readonly kind: 'array';
  readonly items: readonly (Expression | Spread)[];
  readonly isClosed: boolean;
}

export interface ForNode extends Range {
  readonly kind: 'for';
  /** The item's name, and the index's where there is one. */
  readonly names: readonly Name[];
  readonly over: Expression;
  readonly body: Expression;
  readonly isClosed: boolean;
}

/** `if (condition) body`: the value of a resource or module, or the body of a loop. */
export interface IfNode extends Range {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly body: Expression;
}

export interface UnaryNode extends Range {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly of: Expression;
}

export type BinaryOperator =
  '??' | '||' | '&&' | '==' | '!=' | '=~' | '!~' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

export interface BinaryNode extends Range {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface TernaryNode extends Range {
  readonly kind: 'ternary';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/** `of.name`, `of.?name`, and `of::name` for a nested resource. */
export interface MemberNode extends Range {
  readonly kind: 'member';
  readonly of: Expression;
  readonly name: Name;
  readonly access: 'property' | 'nested';
  /** Written `.?`: null where there is nothing. */
  readonly isSafe: boolean;
}

export interface IndexNode extends Range {
  readonly kind: 'index';
  readonly of: Expression;
  readonly index: Expression;
  readonly isFromEnd: boolean;
  readonly isSafe: boolean;
}

export interface CallNode extends Range {
  readonly kind: 'call';
  /** The namespace or resource in front of the dot. */
  readonly of?: Expression;
  readonly name: Name;
  readonly args: readonly Expression[];
}

export interface LambdaNode extends Range {
  readonly kind: 'lambda';
  readonly names: readonly Name[];
  readonly body: Expression;
}

/** `(of)` and `of!`: both are worth what is inside. */
export interface WrappedNode extends Range {
  readonly kind: 'wrapped';
  readonly of: Expression;
}

export type Expression =
  | Skip
  | StringNode
  | LiteralNode
  | ReferenceNode
  | ObjectNode
  | ArrayNode
  | ForNode
  | IfNode
  | UnaryNode
  | BinaryNode
  | TernaryNode
  | MemberNode
  | IndexNode
  | CallNode
  | LambdaNode
  | WrappedNode;

export type Decorator = CallNode;

interface Declaration extends Range {
  readonly name: Name;
  readonly decorators: readonly Decorator[];
  /** A closing brace, bracket or parenthesis is missing inside. */
  readonly isBroken: boolean;
}

/** `param name T = value`; in a `.bicepparam`, `param name = value`. */
export interface ParamDeclaration extends Declaration {
  readonly kind: 'param';
  readonly type?: TypeNode;
  readonly value?: Expression;
}

export interface VarDeclaration extends Declaration {
  readonly kind: 'var';
  readonly type?: TypeNode;
  readonly value: Expression;
}

export interface OutputDeclaration extends Declaration {
  readonly kind: 'output';
  readonly type?: TypeNode;
  readonly value: Expression;
}

export interface TypeDeclaration extends Declaration {
  readonly kind: 'type';
  readonly type: TypeNode;
}

export interface ResourceDeclaration extends Declaration {
  readonly kind: 'resource';
  readonly type: StringNode | Skip;
  readonly isExisting: boolean;
  readonly value: Expression;
}

export interface ModuleDeclaration extends Declaration {
  readonly kind: 'module';
  readonly path: StringNode | Skip;
  readonly value: Expression;
}

export interface FuncDeclaration extends Declaration {
  readonly kind: 'func';
  readonly parameters: readonly Name[];
  readonly body: Expression;
}

/** `import { a, b as c } from 'path'` and `import * as name from 'path'`. */
export interface ImportDeclaration extends Declaration {
  readonly kind: 'import';
  readonly path: StringNode | Skip;
  readonly symbols: readonly { readonly name: Name; readonly as: Name }[];
  readonly isWhole: boolean;
}

/** `using 'path'` and `extends 'path'` of a `.bicepparam`. */
export interface BaseDeclaration extends Declaration {
  readonly kind: 'using' | 'extends';
  readonly path: StringNode | Skip;
}

/** Declarations without consequence for values: metadata, targetScope, extension, assert and the like. */
export interface OtherDeclaration extends Declaration {
  readonly kind: 'other';
  readonly keyword: string;
  readonly value?: Expression;
}

export type Statement =
  | ParamDeclaration
  | VarDeclaration
  | OutputDeclaration
  | TypeDeclaration
  | ResourceDeclaration
  | ModuleDeclaration
  | FuncDeclaration
  | ImportDeclaration
  | BaseDeclaration
  | OtherDeclaration
  | Skip;

/** A parsed file. */
export interface Program extends Range {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly pragmas: readonly Pragma[];
  readonly problems: readonly SyntaxProblem[];
  /** Looks at tokens: what the parser's effort is measured by. */
  readonly steps: number;
}
