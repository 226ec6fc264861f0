import { fromStep } from './from-step.js';
import { isJsonObject, type Json } from './json.js';
import type { Expectation, Step } from './plan.js';

/** The step that a value will come from, where it is one that only a step's answer can tell. */
export function stepBehind(value: Json, steps: readonly Step[]): Step | undefined {
  const stepId = fromStep(value)?.stepId;
  return stepId === undefined ? undefined : steps.find(({ id }) => id === stepId);
}

/** True for the addresses that AKS chooses itself, while an earlier step is carried out. */
export const isDrawn = (value: Json): boolean => fromStep(value)?.as === 'addresses';

/** "<address AKS gives the NAT gateway>", before anybody can know it. */
function drawnWords(value: Json, step: Step): string {
  const isGateway = fromStep(value)?.path.includes('natGatewayProfile') === true;
  const owner = isGateway ? 'the NAT gateway' : 'the load balancer';
  const isSeveral = step.verify.some(
    (one) => one.kind === 'equals' && one.path.at(-1) === 'count' && Number(one.value) > 1,
  );
  return isSeveral ? `<addresses AKS gives ${owner}>` : `<address AKS gives ${owner}>`;
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
  if (step !== undefined && isDrawn(value)) return drawnWords(value, step);
  if (step !== undefined) return `<address of ${nameOfResource(step)}>`;
  if (Array.isArray(value)) return (value as readonly Json[]).map((member) => toldValue(member, steps));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : [[key, toldValue(member, steps)]],
    ),
  );
}
