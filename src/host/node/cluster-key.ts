import { sha256 } from './digest.js';

/** The key of a cluster in names of files: the same for every spelling of its id. */
export const clusterKeyOf = (armHost: string, clusterId: string): string =>
  sha256(`${armHost.toLowerCase()}\n${clusterId.toLowerCase()}`).slice(0, 32);
