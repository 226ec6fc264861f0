/** Packs what stands in dist/ into a file; answers its size in bytes. */
export function packInto(target: string): Promise<number>;
