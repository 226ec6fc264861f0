/** Themes of VS Code that the playground has the colours of, with the class that a webview's body then has. */
export const themes = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast-light',
} as const;

export type Theme = keyof typeof themes;

/** What is looked at: kept in the address, so that a picture can be linked to. */
export interface View {
  readonly state: string;
  readonly theme: Theme;
}

const isTheme = (value: string | null): value is Theme => value !== null && Object.hasOwn(themes, value);

/** The view in an address's hash. What is not there, or not known, is the first state in the light theme. */
export function viewIn(hash: string, firstState: string): View {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const theme = parts.get('theme');
  return { state: parts.get('state') ?? firstState, theme: isTheme(theme) ? theme : 'light' };
}

/** The hash of a view. */
export const hashOf = ({ state, theme }: View): string =>
  `#${new URLSearchParams({ state, theme }).toString()}`;
