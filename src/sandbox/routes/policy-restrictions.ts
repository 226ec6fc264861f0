import { textAt, type JsonObject } from '../json.js';
import { isBelow } from '../resource-id.js';
import { fromFrontDoor, type Answer } from '../wire/answer.js';
import { policyRestrictionsType } from '../wire/versions.js';
import type { Call, Route } from './route.js';

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * What a policy would say: nothing, but where the scenario has one, or where a fault of the kind `policy` stands; both
 * also refuse the write.
 * It asks, though it is a POST: nothing is written, and the log does not hold it.
 */
function check({ azure, params, request }: Call): Answer {
  const type = textAt(request.body, 'resourceDetails', 'resourceContent', 'type');
  const faults = [...azure.faults.values()].map(({ fault }) => fault).filter(({ kind }) => kind === 'policy');
  const group = `/subscriptions/${params['s'] ?? ''}/resourceGroups/${params['g'] ?? ''}`;
  const names = [
    ...faults.map((fault) => (fault.kind === 'policy' ? (fault.assignment ?? 'deny') : '')),
    ...(azure.scenario.policies ?? [])
      .filter(({ scope, denies }) => isBelow(group, scope) && denies.some((one) => isSame(one, type)))
      .map(({ name }) => name),
  ];
  const evaluations: readonly JsonObject[] = names.map((assignment) => {
    return {
      policyInfo: {
        policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/not-allowed-types',
        policyAssignmentId: `${group}/providers/Microsoft.Authorization/policyAssignments/${assignment}`,
      },
      evaluationResult: 'NonCompliant',
      evaluationDetails: {
        evaluatedExpressions: [
          {
            result: 'True',
            expressionKind: 'Field',
            expression: 'type',
            path: 'type',
            expressionValue: type,
          },
        ],
      },
      effectDetails: { policyEffect: 'Deny' },
    };
  });
  return fromFrontDoor(200, {
    fieldRestrictions: [],
    contentEvaluationResult: { policyEvaluations: evaluations },
  });
}

export const policyRestrictionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: 'subscriptions/{s}/resourcegroups/{g}/providers/microsoft.policyinsights/checkpolicyrestrictions',
    type: policyRestrictionsType,
    read: check,
  },
];
