/** Packs what stands in dist/ into a file; answers its size in bytes. `tell` gets the list of what is inside. */
export function packInto(target: string, tell?: (said: string) => void): Promise<number>;
