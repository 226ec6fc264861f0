import type { Unknown } from '../../core/fact.js';
import type { Message } from '../../core/message.js';
import type { Files, Span } from '../analysis.js';
import type {
  Expression,
  FuncDeclaration,
  ImportDeclaration,
  ModuleDeclaration,
  OutputDeclaration,
  ParamDeclaration,
  Program,
  TypeDeclaration,
  VarDeclaration,
} from '../syntax/node.js';
import type { DeclaredResource, ResourceTree } from './resource-tree.js';
import type { World } from './worlds.js';

/** Where a value comes from: the text that decides it, and whose defaults it rests on. */
export interface Provenance {
  readonly at: Span;
  /** True when the text at `at` spells the value out. */
  readonly isLiteral: boolean;
  /** Names of root parameters whose default was used on the way: a caller may say something else. */
  readonly defaults: readonly string[];
}

/** A value that is computed when somebody looks: what nobody reads forces no decision. */
export type Later = () => Value;

export interface Entry {
  readonly key: Span;
  readonly value: Later;
}

/** What is declared under a symbol, or a part of it: `.properties.subnets[0]`, `/subnets/nodes`. */
export interface NodeReference {
  readonly resource: ResourceSymbol;
  readonly tail: string;
}

export interface ObjectValue extends Provenance {
  readonly kind: 'object';
  readonly entries: ReadonlyMap<string, Entry>;
  /** Keys that are not listed may be there. */
  readonly isOpen: boolean;
}

export interface ArrayValue extends Provenance {
  readonly kind: 'array';
  readonly items: readonly Later[];
  /** There may be other items. */
  readonly isOpen: boolean;
}

/** The result of evaluating an expression in one world. */
export type Value =
  | (Provenance & { readonly kind: 'scalar'; readonly value: string | number | boolean })
  | (Provenance & { readonly kind: 'null' })
  | ObjectValue
  | ArrayValue
  /** A resource or a part of its body. */
  | (Provenance & { readonly kind: 'node'; readonly node: NodeReference })
  /** Something is there whose text only Azure knows; the id of `node`, where it is one. */
  | (Provenance & { readonly kind: 'present'; readonly node?: NodeReference })
  | (Provenance & {
      readonly kind: 'unknown';
      readonly reason: Unknown['reason'];
      readonly because: Message;
    });

/** A resource as one deployment of its file has it. */
export interface ResourceSymbol {
  /** `network`, `network::nodes`; behind a module's name where it is deployed by a module. */
  readonly key: string;
  readonly declared: DeclaredResource;
  readonly scope: Scope;
}

/** The declarations of one file by name. */
export interface FileSymbols {
  readonly uri: string;
  readonly program: Program;
  readonly params: ReadonlyMap<string, ParamDeclaration>;
  readonly vars: ReadonlyMap<string, VarDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  readonly funcs: ReadonlyMap<string, FuncDeclaration>;
  readonly modules: ReadonlyMap<string, ModuleDeclaration>;
  readonly tree: ResourceTree;
  /** By the name under which a symbol is known here. */
  readonly imports: ReadonlyMap<string, { readonly from: ImportDeclaration; readonly name: string }>;
}

/** How many evaluations of expressions an analysis may still make. */
export interface Effort {
  left: number;
}

/** What one evaluation shares: the files, the world, and a budget, so that no text can keep it busy. */
export interface Evaluation {
  readonly files: Files;
  readonly symbolsOf: (uri: string) => FileSymbols | undefined;
  /** Passed along, so that the files of this folder need not import each other in a circle. */
  readonly evaluate: (node: Expression, scope: Scope) => Value;
  readonly world: World;
  /** Evaluations of expressions that are left; at 0 everything is unknown. */
  budget: number;
  /** The same for all evaluations of one analysis together. */
  readonly effort: Effort;
  depth: number;
}

/** Where an expression is evaluated: a file, as it is deployed by one caller. */
export interface Scope {
  readonly evaluation: Evaluation;
  readonly symbols: FileSymbols;
  /** Names of the modules on the way from the root, each with a dot behind it; empty for a root. */
  readonly path: string;
  /** Who deploys it: nobody that we know, a module declaration, or a `.bicepparam` file. */
  readonly caller: 'unknown' | 'module' | 'parameters';
  /** What the caller says of the parameters. */
  readonly bindings: ReadonlyMap<string, Later>;
  /** Loop and lambda variables, and arguments of user functions. */
  readonly locals: ReadonlyMap<string, Value>;
  /** Values of variables, parameters and outputs that were computed in this world. */
  readonly memo: Map<string, Value>;
}
