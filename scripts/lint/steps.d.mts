/** The lint in three shares: what to run under Node, from the project's folder, for these files or for everything. */
export declare function lintSteps(only?: readonly string[]): readonly {
  readonly name: string;
  readonly argv: readonly string[];
}[];
