import { say } from '../../core/message.js';
import type { OpenedCluster } from '../opened-cluster.js';
import { text } from '../words.js';
import type { World } from '../world.js';

/** The sandbox is named in the title, so that a tab of it is never taken for Azure's. */
export const titleOf = ({ name }: OpenedCluster, kind: World['kind']): string =>
  text(kind === 'sandbox' ? say('Egress: {name} (Sandbox)', { name }) : say('Egress: {name}', { name }));
