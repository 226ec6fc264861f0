import type { ClusterPut, Edit, Step } from './plan.js';

/** A step that changes the cluster itself, and not one of its neighbours or a registration. */
export type ClusterStep = Step & { readonly send: ClusterPut };

export const isClusterStep = (step: Step): step is ClusterStep => step.send.kind === 'cluster';

/** What a step changes in the cluster's own body: nothing, where it changes something else. */
export const clusterEdits = ({ send }: Step): readonly Edit[] => (send.kind === 'cluster' ? send.edits : []);

/** What a step changes in the body that it sends: nothing, where it sends none. */
export const editsOf = ({ send }: Step): readonly Edit[] => ('edits' in send ? send.edits : []);
