import { say, type Message } from '../message.js';

/** Where a plan's cluster lives: what leaves the sandbox must not be taken for Azure. */
export type MadeIn = 'azure' | 'sandbox';

export const sandboxNote: Message = say(
  'Made in the sandbox of AKS Egress: this cluster is made up and does not exist in Azure.',
);
