import { say } from '../../core/message.js';
import type { FileSeverity, Finding } from '../../core/finding.js';
import type { Rule } from '../../core/rule.js';
import type { Analysis, DeclaredCluster, FileFinding, Files, Span } from '../analysis.js';
import { fixesFor } from '../fixes/fixes.js';
import { nameSpanOf } from '../facts/reading.js';
import type { FileSymbols } from '../values/model.js';
import { openWorld } from '../values/worlds.js';
import type { Judged } from './judge.js';
import { factsOf } from './judge.js';
import type { Loaded } from './loaded.js';
import { loaded } from './loaded.js';
import type { Subject } from './subjects.js';
import { clusterIn, subjectsOf } from './subjects.js';
import { suppressionIn } from './suppression.js';
import { underlined } from './underlined.js';
import { saidIn, views } from './views.js';

/** What the rules say of one file. Never throws. */
export function analyzeWith(rules: readonly Rule[], files: Files, uri: string): Analysis {
  const read = loaded(files);
  const symbols = read.symbolsOf(uri);
  if (symbols === undefined) return { uri, clusters: [], findings: [] };
  const isSuppressed = suppressionIn(symbols.program.text, symbols.program.pragmas);
  const findings = saidIn(views(read, rules), read, uri)
    .map((judged) => fileFinding(read, symbols, judged))
    .filter(({ finding, span }) => !isSuppressed(finding.ruleId, span.start))
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { uri, clusters: declaredClusters(read, uri), findings };
}

function declaredClusters(read: Loaded, uri: string): readonly DeclaredCluster[] {
  return subjectsOf(read, uri)
    .filter(({ modules, through }) => modules.length === 0 && through.length === 0)
    .flatMap((subject) => {
      const facts = factsOf(read, subject);
      const found = clusterIn(read, subject, openWorld());
      return facts === undefined || found === undefined
        ? []
        : [{ facts, nameSpan: nameSpanOf(found.cluster) }];
    });
}

function fileFinding(read: Loaded, symbols: FileSymbols, judged: Judged): FileFinding {
  const finding = worded(judged);
  const { origin } = finding.about;
  const isHere = origin.kind !== 'arm' && origin.uri === symbols.uri;
  const span = isHere
    ? underlined(finding.ruleId, { uri: origin.uri, start: origin.start, end: origin.end }, symbols.program)
    : placeOf(read, symbols, judged.subject);
  return { finding, span, fixes: fixesFor({ symbols, finding, span, isHere }) };
}

/** A default is somebody's to overrule: it is said, and weighs one step less. */
function worded({ finding, defaults }: Judged): Finding {
  if (defaults.length === 0) return finding;
  return {
    ...finding,
    severity: milder(finding.severity),
    message: say('With the default value of {names}: {message}', {
      names: defaults,
      message: finding.message,
    }),
  };
}

function milder(severity: Finding['severity']): FileSeverity {
  return severity === 'error' || severity === 'block' ? 'warning' : 'information';
}

/** Where this file hands over to the one that decides: the module's name, or the `using` line. */
function placeOf(read: Loaded, { uri, program, modules }: FileSymbols, subject: Subject): Span {
  const [first] = subject.modules;
  const module = first === undefined ? undefined : modules.get(first);
  if (module !== undefined && subject.through[0] !== undefined)
    return { uri, start: module.name.start, end: module.name.end };
  const using = program.statements.find(({ kind }) => kind === 'using');
  if (using?.kind === 'using') return { uri, start: using.path.start, end: using.path.end };
  const found = clusterIn(read, subject, openWorld());
  const name = found?.cluster.scope.symbols.uri === uri ? found.cluster.declared.declaration.name : undefined;
  return { uri, start: name?.start ?? 0, end: name?.end ?? 0 };
}
