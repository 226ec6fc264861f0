import type { Inventory, ListingProblem } from '../../core/inventory.js';
import { isSignIn } from './problem-row.js';

/** Why the tree has nothing to show, or that it has. Each is a welcome view of package.json. */
export type Emptiness =
  | { readonly kind: 'notChosen' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'filled' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'noSubscriptions' }
  | { readonly kind: 'noClusters' }
  | { readonly kind: 'trouble'; readonly problem: ListingProblem };

/**
 * A problem is something to show: it stands in its place in the tree, where its way out is. Where nothing at all can
 * be seen before a sign-in, that is what is said.
 */
export function emptiness({ tenants }: Inventory): Emptiness {
  const subscriptions = tenants.flatMap((tenant) => tenant.subscriptions);
  const [closed] = tenants;
  if (
    closed?.problem !== undefined &&
    subscriptions.length === 0 &&
    isSignIn(closed.problem) &&
    tenants.every(({ problem }) => problem?.kind === closed.problem?.kind)
  )
    return { kind: 'trouble', problem: closed.problem };
  const problems = [...tenants, ...subscriptions].filter(({ problem }) => problem !== undefined);
  if (subscriptions.some(({ clusters }) => clusters.length > 0) || problems.length > 0)
    return { kind: 'filled' };
  return { kind: subscriptions.length === 0 ? 'noSubscriptions' : 'noClusters' };
}

/** The value of the context key `aksEgress.tree`, on which package.json's welcome views depend. */
export const contextOf = (why: Emptiness): string =>
  why.kind === 'trouble' ? `trouble.${why.problem.kind}` : why.kind;
