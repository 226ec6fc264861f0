import { canonicalJson } from './canonical-json.js';
import { referencesIn, resolved, resolvedExpectation, type FromStep } from './from-step.js';
import { valueAt, type Json } from './json.js';
import type { Edit, Plan, Send, Step } from './plan.js';
import type { Found } from './run-record.js';

/** What later steps of the plan want to know of this step, out of its verified body. */
export function foundIn(plan: Plan, stepId: string, body: Json): readonly Found[] {
  // What is read behind ids is found later (see azure/runner/find-addresses.ts); here stand the ids.
  const wanted = plan.steps.flatMap(openReferences).filter((from) => from.stepId === stepId);
  const once = new Map(wanted.map((from) => [canonicalJson(from.path), from.path]));
  return [...once.values()].flatMap((path) => {
    const value = valueAt(body, path);
    return value === undefined || value === null || value === '' ? [] : [{ stepId, path, value }];
  });
}

/** The step with what earlier ones made known put in place. One of whom something is missing stays as it is. */
export function resolvedStep(step: Step, found: readonly Found[]): Step {
  const find = (from: FromStep['$from']): Json | undefined => foundAt(found, from)?.value;
  const isWhole = openReferences(step).every((from) => find(from) !== undefined);
  if (!isWhole) return step;
  const verify = step.verify.map((one) => resolvedExpectation(one, find) ?? one);
  return { ...step, send: resolvedSend(step.send, find), verify };
}

/** What was kept of a reference. */
export const foundAt = (
  found: readonly Found[],
  { stepId, path, as }: FromStep['$from'],
): Found | undefined =>
  found.find(
    (one) => one.stepId === stepId && one.as === as && canonicalJson(one.path) === canonicalJson(path),
  );

/** Values of a step that only an earlier step can make known. */
export function openReferences({ send, verify }: Step): readonly FromStep['$from'][] {
  const values = [
    ...('edits' in send ? send.edits.flatMap(valuesOf) : []),
    ...(send.kind === 'network' && send.method === 'PUT' && send.create !== undefined ? [send.create] : []),
    ...verify.flatMap((one) => ('value' in one ? [one.value] : 'values' in one ? [one.values] : [])),
  ];
  return values.flatMap(referencesIn);
}

function valuesOf(edit: Edit): readonly Json[] {
  switch (edit.op) {
    case 'set':
      return [edit.value];
    case 'add':
    case 'drop':
      return edit.values;
    case 'remove':
      return [];
  }
}

function resolvedEdit(edit: Edit, find: (from: FromStep['$from']) => Json | undefined): Edit {
  switch (edit.op) {
    case 'set':
      return { ...edit, value: resolved(edit.value, find) ?? edit.value };
    case 'add':
    case 'drop': {
      const values = resolved(edit.values, find);
      return Array.isArray(values) ? { ...edit, values: values as readonly Json[] } : edit;
    }
    case 'remove':
      return edit;
  }
}

function resolvedSend(send: Send, find: (from: FromStep['$from']) => Json | undefined): Send {
  if (!('edits' in send)) return send;
  const edits = send.edits.map((edit) => resolvedEdit(edit, find));
  if (send.kind === 'cluster' || send.create === undefined) return { ...send, edits };
  return { ...send, edits, create: resolved(send.create, find) ?? send.create };
}
