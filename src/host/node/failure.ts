/** The code of a file system's error (`ENOENT`), or undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The work's result, or `otherwise` where the file system answers with that code. */
export async function orWhen<T, U>(code: string, work: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === code) return otherwise;
    throw error;
  }
}
