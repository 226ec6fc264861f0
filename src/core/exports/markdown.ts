import type { Finding, RuleResult } from '../finding.js';
import { say, type Message } from '../message.js';
import { applyEdits } from '../edits.js';
import type { Plan, Send, Step } from '../plan.js';
import { targetNames } from '../outbound-type.js';
import { keyOf } from '../target.js';
import { spelledClusterId } from './cluster-id.js';
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
    ...list(findingLines(results, text)),
    '',
    `## ${text(say('Steps'))}`,
    '',
    ...plan.steps.flatMap((step, index) => stepLines(step, index + 1, text)),
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

function findingLines(results: readonly RuleResult[], text: Format): readonly string[] {
  const lines = results.flatMap((result) => {
    if (result.kind === 'found')
      return result.findings.map(
        ({ severity, title, message, remedy, ruleId }) =>
          `**${text(weights[severity])}** ${text(title)}. ${text(message)}${remedy === undefined ? '' : ` ${text(remedy.text)}`} (${ruleId})`,
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

function stepLines(step: Step, number: number, text: Format): readonly string[] {
  return [
    `### ${number}. ${text(step.title)}`,
    '',
    text(step.why),
    '',
    `- ${text(say('Interruption: {message}', { message: step.interruption }))}`,
    `- ${text(say('Undo: {message}', { message: step.undo }))}`,
    ...(step.isCutOver ? [`- ${text(say('Here traffic moves.'))}`] : []),
    '',
    `\`${step.send.method} ${codeText(step.send.resourceId)}${step.send.kind === 'register' ? '/register' : ''}?api-version=${codeText(step.send.apiVersion)}\``,
    '',
    ...jsonBlock(step.send),
    '',
  ];
}

/** What is sent beside the address: the edits of what is there, or the body that is created. */
function jsonBlock(send: Send): readonly string[] {
  if (!('edits' in send)) return [];
  const made = send.kind === 'network' ? send.create : undefined;
  const sent = made === undefined ? send.edits : applyEdits(made, send.edits);
  return ['```json', JSON.stringify(sent, null, 2), '```'];
}

/** Markdown's own characters and line breaks lose their meaning. */
const escaped = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>|#!~]/g, (mark) => `\\${mark}`);

const codeText = (text: string): string => text.replaceAll(/[`\s]/g, '');
