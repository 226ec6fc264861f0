import type { Refusal } from '../core/refusal.js';

/** Azure's refusal, verbatim, with what its support asks for. */
export function refusalText(refusal: Refusal): string {
  const { status, code, subcode, target, message, requestId, correlationId } = refusal;
  const named = [
    ['Status', status?.toString()],
    ['Code', subcode === undefined ? code : `${code ?? ''} (${subcode})`],
    ['Target', target],
    ['Request', requestId],
    ['Correlation', correlationId],
  ].flatMap(([name, value]) => (name === undefined || value === undefined ? [] : [`${name}: ${value}`]));
  return [message, ...(named.length === 0 ? [] : ['', ...named])].join('\n');
}
