/** The ports that the system gives to outgoing connections. */
export function outgoingPorts(): { readonly from: number; readonly to: number };

/** A free port outside of those; a wanted one is waited for `waitInMs` (10 s) before another is taken. */
export function freePort(wanted?: number, waitInMs?: number): Promise<number>;
