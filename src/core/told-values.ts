import { fromStep } from './from-step.js';
import { isJsonObject, type Json } from './json.js';
import type { Expectation, Step } from './plan.js';

/** The step that a value will come from, where it is one that only a step's answer can tell. */
export function stepBehind(value: Json, steps: readonly Step[]): Step | undefined {
  const stepId = fromStep(value)?.stepId;
  return stepId === undefined ? undefined : steps.find(({ id }) => id === stepId);
}

/** An expectation for a person, likewise. */
export function toldExpectation(expectation: Expectation, steps: readonly Step[]): Expectation {
  switch (expectation.kind) {
    case 'equals':
      return { ...expectation, value: toldValue(expectation.value, steps) };
    case 'includesAll':
    case 'excludesAll':
      return { ...expectation, values: expectation.values.map((value) => toldValue(value, steps)) };
    case 'notEmpty':
    case 'gone':
      return expectation;
  }
}

/** The last part of the id that a step sends to: "pip-ng-orders". */
export const nameOfResource = ({ send }: Step): string =>
  send.resourceId.slice(send.resourceId.lastIndexOf('/') + 1);

/** The value for a person: what a step's answer will tell stands as "<address of pip-ng-orders>". */
export function toldValue(value: Json, steps: readonly Step[]): Json {
  const step = stepBehind(value, steps);
  if (step !== undefined) return `<address of ${nameOfResource(step)}>`;
  if (Array.isArray(value)) return (value as readonly Json[]).map((member) => toldValue(member, steps));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : [[key, toldValue(member, steps)]],
    ),
  );
}
