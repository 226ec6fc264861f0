import { isJsonObject, valueAt, type Json } from './json.js';
import type { Refusal } from './refusal.js';

/**
 * Names of the Azure policies that forbade a request, as people see them in the portal; empty for any other refusal.
 * Source: Azure docs, Resolve errors for request disallowed by policy (error.additionalInfo), read 2026-11-23. AKS
 * wraps such a refusal into its own message, where only the text is left (AKS issue 2993, read 2026-11-23).
 */
export function denyingPolicies({ body, message }: Refusal): readonly string[] {
  const named = violationsIn(parsed(body ?? '')).map(nameOf);
  const known = named.filter((name) => name !== undefined);
  return [...new Set(known.length > 0 ? known : namesInText(message))];
}

function violationsIn(body: Json | undefined): readonly Json[] {
  const list = valueAt(body, ['error', 'additionalInfo']);
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[])
    .filter((entry) => valueAt(entry, ['type']) === 'PolicyViolation')
    .flatMap((entry) => valueAt(entry, ['info']) ?? []);
}

function nameOf(info: Json): string | undefined {
  if (!isJsonObject(info)) return undefined;
  const { policyAssignmentDisplayName, policyDefinitionDisplayName, policyAssignmentName } = info;
  return [policyAssignmentDisplayName, policyDefinitionDisplayName, policyAssignmentName].find(
    (name) => typeof name === 'string' && name !== '',
  ) as string | undefined;
}

/** `Policy identifiers: '[{"policyAssignment":{"name":"…",`; the quotes may be escaped once more. */
const namesInText = (text: string): readonly string[] =>
  [...text.matchAll(/\\*"policyAssignment\\*":\s*\{\s*\\*"name\\*":\s*\\*"([^"\\]{1,200})/g)].flatMap(
    ([, name]) => name ?? [],
  );

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
