import type { Metafile, Plugin } from 'esbuild';

export const rooms: Readonly<Record<'host' | 'planner' | 'bicep' | 'azure' | 'sandbox' | 'cli', string>>;
export const pages: Readonly<
  Record<'page' | 'playground', { readonly script: string; readonly style: string }>
>;
export const roomsAreSiblings: Plugin;
export function buildAll(outdir?: string): Promise<Readonly<Record<string, Metafile>>>;

/** KiB, minified. */
export const sizeLimitsInKiB: Readonly<Record<'host' | 'azure', number>>;

export function sizesOf(
  outdir?: string,
): readonly { readonly file: string; readonly bytes: number; readonly gzipBytes: number }[];
