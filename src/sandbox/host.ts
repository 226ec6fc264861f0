/** A host that nobody can have (`.invalid`, RFC 2606): a bug cannot send demo traffic to the cloud. */
export const host = 'https://sandbox.aks-egress.invalid';
