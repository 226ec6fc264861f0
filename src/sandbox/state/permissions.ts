import { isBelow } from '../resource-id.js';
import type { PermissionSeed } from '../scenarios/scenario.js';
import type { Azure } from './azure.js';

const all: Pick<PermissionSeed, 'actions' | 'notActions'> = { actions: ['*'] };

/** What the caller may do at a scope: everything, unless the scenario narrows it there or above. */
export function permissionsAt(azure: Azure, scope: string): Pick<PermissionSeed, 'actions' | 'notActions'> {
  const seeds = (azure.scenario.permissions ?? []).filter((one) => isBelow(scope, one.scope));
  return seeds.toSorted((one, other) => other.scope.length - one.scope.length)[0] ?? all;
}

const matches = (pattern: string, action: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i').test(action);

/** True when the caller may do an action at a scope. */
export function isAllowed(azure: Azure, scope: string, action: string): boolean {
  const { actions, notActions = [] } = permissionsAt(azure, scope);
  return (
    actions.some((pattern) => matches(pattern, action)) &&
    !notActions.some((pattern) => matches(pattern, action))
  );
}
