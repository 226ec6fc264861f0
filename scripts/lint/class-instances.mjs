// One typed rule of typescript-eslint's strict set that the native linter lacks: no-unsafe-class-instance-assignment.
// The rule itself is the plugin's own; here it is shown each place at which it would stop, straight from TypeScript's
// tree, which takes a third of the time that ESLint needs to get there. Goes when the native linter has the rule.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import tseslint from 'typescript-eslint';

const ruleName = 'no-unsafe-class-instance-assignment';
/** Files for which eslint.config.mjs turns the rule off. */
const isExempt = (place) => /^(test[/\\]|[^/\\]*\.config\.ts$)/.test(place);

const { SyntaxKind } = ts;
const logical = [
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
];
const assigning = [
  SyntaxKind.EqualsToken,
  SyntaxKind.AmpersandAmpersandEqualsToken,
  SyntaxKind.BarBarEqualsToken,
  SyntaxKind.QuestionQuestionEqualsToken,
];

const operands = ({ left, operatorToken: { kind }, right }) => {
  if (logical.includes(kind)) return [left, right];
  return assigning.includes(kind) || kind === SyntaxKind.CommaToken ? [right] : [];
};

const whole = (node) => [node.expression];
const initial = (node) => [node.initializer];
const given = (node) => (node.expression.kind === SyntaxKind.ImportKeyword ? [] : (node.arguments ?? []));

/** By kind of node: its parts that are put where a type is expected. */
const placed = {
  [SyntaxKind.ArrayLiteralExpression]: (node) => node.elements,
  [SyntaxKind.ArrowFunction]: (node) => (ts.isBlock(node.body) ? [] : [node.body]),
  [SyntaxKind.AsExpression]: whole,
  [SyntaxKind.BinaryExpression]: operands,
  [SyntaxKind.BindingElement]: initial,
  [SyntaxKind.CallExpression]: given,
  [SyntaxKind.ConditionalExpression]: (node) => [node.whenTrue, node.whenFalse],
  [SyntaxKind.NewExpression]: given,
  [SyntaxKind.Parameter]: initial,
  [SyntaxKind.PropertyAssignment]: initial,
  [SyntaxKind.PropertyDeclaration]: initial,
  [SyntaxKind.ReturnStatement]: whole,
  [SyntaxKind.SatisfiesExpression]: whole,
  [SyntaxKind.ShorthandPropertyAssignment]: (node) => [node.name],
  [SyntaxKind.TypeAssertionExpression]: whole,
  [SyntaxKind.VariableDeclaration]: initial,
  [SyntaxKind.YieldExpression]: whole,
};

const noObjects = [
  SyntaxKind.OmittedExpression,
  SyntaxKind.SpreadElement,
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateExpression,
  SyntaxKind.NumericLiteral,
  SyntaxKind.TrueKeyword,
  SyntaxKind.FalseKeyword,
  SyntaxKind.NullKeyword,
];

/** No single value that could stand for an instance: asking for its type would only take time. */
const isNoObject = ({ kind }) => noObjects.includes(kind);

const unwrapped = (node) => (ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node);

/** What the rule asks a node for. Its operands are placed themselves where a choice or a sequence is only their frame. */
const typeOf = (node) => {
  if (ts.isObjectLiteralExpression(node)) return 'ObjectExpression';
  if (ts.isArrayLiteralExpression(node)) return 'ArrayExpression';
  if (ts.isArrowFunction(node)) return 'ArrowFunctionExpression';
  if (ts.isFunctionExpression(node)) return 'FunctionExpression';
  if (ts.isConditionalExpression(node)) return 'ConditionalExpression';
  if (!ts.isBinaryExpression(node)) return 'Expression';
  if (node.operatorToken.kind === SyntaxKind.CommaToken) return 'SequenceExpression';
  return logical.includes(node.operatorToken.kind) ? 'LogicalExpression' : 'Expression';
};

/** The rule over one program: answers a function that judges an expression where it stands. */
function ruleOver(program, report) {
  const checker = program.getTypeChecker();
  const parserServices = {
    program,
    esTreeNodeToTSNodeMap: { get: ({ node }) => node },
    tsNodeToESTreeNodeMap: new Map(),
    getTypeAtLocation: ({ node }) => checker.getTypeAtLocation(node),
  };
  const { meta, create } = tseslint.plugin.rules[ruleName];
  const say = ({ node, messageId, data }) =>
    report(
      node.node,
      meta.messages[messageId].replace(/\{\{(\w+)\}\}/g, (_, hole) => data[hole]),
    );
  const rule = create({
    id: ruleName,
    options: [],
    languageOptions: {},
    sourceCode: { parserServices },
    report: say,
  });
  return (node) => rule.ReturnStatement({ argument: { type: typeOf(node), node } });
}

function programOf(folder, project) {
  const stop = ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  };
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    project,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: stop },
  );
  const judged = fileNames.filter((file) => !isExempt(path.relative(folder, file)));
  return { fileNames: judged, program: ts.createProgram(judged, options) };
}

/** Every violation in the projects of a folder, or in those of their files that stand at or under `only`. */
function findClassInstances(folder, projects, only) {
  const found = [];
  const isMeant = (file) =>
    only.length === 0 ||
    only.some((place) => !path.relative(path.resolve(folder, place), file).startsWith('..'));
  for (const project of projects) {
    const { fileNames, program } = programOf(folder, path.join(folder, project));
    const report = (node, message) => {
      const source = node.getSourceFile();
      const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
      const file = path.relative(folder, source.fileName);
      found.push({ file, line: line + 1, column: character + 1, message });
    };
    const judge = ruleOver(program, report);
    const visit = (node) => {
      for (const part of placed[node.kind]?.(node) ?? [])
        if (part !== undefined && !isNoObject(part)) judge(unwrapped(part));
      ts.forEachChild(node, visit);
    };
    for (const file of fileNames.filter(isMeant)) visit(program.getSourceFile(file));
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.cwd();
  const projects = ['tsconfig.json', 'webview/tsconfig.json'];
  const found = findClassInstances(
    folder,
    projects.filter((project) => existsSync(path.join(folder, project))),
    process.argv.slice(2),
  );
  for (const { file, line, column, message } of found)
    console.log(`${file}:${line}:${column}: ${message} (${ruleName})`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
