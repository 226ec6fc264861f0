import type { Program, Property } from '../syntax/node.js';
import { keyNameOf, propertiesAt } from '../syntax/path.js';

/** The three ways to say which addresses a load balancer has. ARM types, read 2026-11-23. */
const names: ReadonlySet<string> = new Set(['managedOutboundIPs', 'outboundIPs', 'outboundIPPrefixes']);

/** The address option that a place lies in. */
export const addressOptionAround = (program: Program, offset: number): Property | undefined =>
  propertiesAt(program, offset).properties.find((property) => names.has(keyNameOf(property)));
