import { allExpected } from '../expectation-words.js';
import type { Finding, RuleResult } from '../finding.js';
import { say, type Message } from '../message.js';
import type { Plan, Step } from '../plan.js';
import { targetNames } from '../outbound-type.js';
import { keyOf } from '../target.js';
import { spelledClusterId } from './cluster-id.js';
import { applyEdits } from '../edits.js';
import { toldExpectation, toldValue } from '../told-values.js';
import { sandboxNote, type MadeIn } from './made-in.js';

type Format = (message: Message) => string;

/** The plan as a change record for a ticket. Text that is not ours cannot become markup. */
export function planAsMarkdown(
  plan: Plan,
  {
    results,
    format,
    madeIn,
  }: { readonly results: readonly RuleResult[]; readonly format: Format; readonly madeIn: MadeIn },
): string {
  const text = (message: Message): string => escaped(format(message));
  const list = (items: readonly string[]): readonly string[] => items.map((item) => `- ${item}`);
  return [
    `# ${text(say('Change of outbound type: {name}', { name: plan.clusterName }))}`,
    '',
    ...(madeIn === 'sandbox' ? [`**${text(sandboxNote)}**`, ''] : []),
    ...list([
      text(say('Cluster: {id}', { id: spelledClusterId(plan) })),
      text(
        say('From {from} to {to} ({type})', {
          from: plan.from.outboundType,
          to: targetNames[keyOf(plan.target)],
          type: plan.target.outboundType,
        }),
      ),
      text(
        plan.wayBack.exists
          ? say('Way back: {message}', { message: plan.wayBack.message })
          : say('Way back: not promised. {message}', { message: plan.wayBack.message }),
      ),
    ]),
    '',
    `## ${text(say('Findings'))}`,
    '',
    ...list(findingLines(results, plan, text)),
    '',
    `## ${text(say('Steps'))}`,
    '',
    ...plan.steps.flatMap((_, index) => stepLines(plan.steps, index, text)),
    `## ${text(say('What stays'))}`,
    '',
    ...list(plan.stays.map(text)),
    '',
  ].join('\n');
}

/** How a finding weighs, as the planner's own groups are called. */
const weights: Readonly<Record<Finding['severity'], Message>> = {
  block: say('Blocks'),
  warn: say('Warning'),
  info: say('Note'),
  error: say('Error'),
  warning: say('Warning'),
  information: say('Note'),
};

/** What a step of the plan takes care of is no warning to whoever reads the record. */
function weightOf(severity: Finding['severity'], remedy: Finding['remedy'], steps: readonly Step[]): Message {
  const solving = steps.findIndex(({ id }) => id === remedy?.solvedByStep);
  return severity === 'info' || solving < 0
    ? weights[severity]
    : say('Solved by step {number}', { number: solving + 1 });
}

function findingLines(results: readonly RuleResult[], { steps }: Plan, text: Format): readonly string[] {
  const lines = results.flatMap((result) => {
    if (result.kind === 'found')
      return result.findings.map(
        ({ severity, title, message, remedy, ruleId }) =>
          `**${text(weightOf(severity, remedy, steps))}** ${text(title)}. ${text(message)}${remedy === undefined ? '' : ` ${text(remedy.text)}`} (${ruleId})`,
      );
    if (result.kind === 'unknown')
      return [
        `**${text(say('Could not be checked'))}** ${text(result.title)}: ${result.lacking.map(({ because }) => text(because)).join(' ')} (${result.ruleId})`,
      ];
    return [];
  });
  const passed = results.filter(({ kind }) => kind === 'pass').length;
  return [...lines, text(say('{count} checks passed', { count: passed }))];
}

function stepLines(steps: readonly Step[], index: number, text: Format): readonly string[] {
  const step = steps[index];
  if (step === undefined) return [];
  return [
    `### ${index + 1}. ${text(step.title)}`,
    '',
    text(step.why),
    '',
    `- ${text(say('Interruption: {message}', { message: step.interruption }))}`,
    `- ${text(say('Done when a read shows: {expectations}', { expectations: allExpected(step.verify.map((one) => toldExpectation(one, steps))) }))}`,
    `- ${text(say('Undo: {message}', { message: step.undo }))}`,
    ...(step.isCutOver ? [`- ${text(say('Here traffic moves.'))}`] : []),
    '',
    `\`${step.send.method} ${codeText(pathOf(step))}?api-version=${codeText(step.send.apiVersion)}\``,
    '',
    ...bodyLines(step, steps),
  ];
}

const pathOf = ({ send }: Step): string =>
  send.kind === 'register'
    ? `${send.resourceId}/register`
    : send.kind === 'reimage'
      ? `${send.resourceId}/upgradeNodeImageVersion`
      : send.resourceId;

/** What is created whole, or what is changed; a removal and a registration send no body. */
function bodyLines({ send }: Step, steps: readonly Step[]): readonly string[] {
  if (send.method !== 'PUT') return [];
  const created = send.kind === 'network' && send.create !== undefined;
  const body = created ? applyEdits(send.create, send.edits) : toldValue(send.edits, steps);
  return ['```json', JSON.stringify(body, null, 2), '```', ''];
}

/** Markdown's own characters and line breaks lose their meaning. */
const escaped = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>|#!~]/g, (mark) => `\\${mark}`);

const codeText = (text: string): string => text.replaceAll(/[`\s]/g, '');
