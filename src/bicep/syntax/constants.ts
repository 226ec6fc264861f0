/** Words that are values, among expressions and among types. */
export const constants: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
