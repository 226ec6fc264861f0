import './nonce.js';
import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeLink,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';

/**
 * The only file that knows the UI toolkit. Its controls get names of ours (`egress-button`), so that they can be
 * replaced here. What was tried and is native instead, and why:
 *
 * - Radio: only the direct children of its group answer the arrow keys, and the role on the element itself makes all
 *   that is inside presentational. Our choices are cards that hold links.
 * - Progress ring: sets `role="alert"` and an assertive live region on itself; the page says progress once, by itself.
 * - Badge, data grid, panels: use style attributes, which the Content Security Policy forbids.
 * - Button without a frame: there is none; `.link-button` is a native button.
 *
 * The buttons' `disabled` takes them out of the tab order, so nobody could learn why: `aria-disabled` is used instead.
 */
export function registerElements(): void {
  provideVSCodeDesignSystem().withPrefix('egress').register(vsCodeButton(), vsCodeLink(), vsCodeTextField());
}

/** The toolkit's text field, as far as we rely on it. */
interface TextField extends HTMLElement {
  readonly control?: HTMLInputElement;
}

/**
 * Gives each text field's inner input what its element carries in `data-description` and `data-invalid`: ids do not
 * reach into a shadow tree, so `aria-describedby` cannot.
 */
export function describeFields(root: ParentNode): void {
  for (const field of root.querySelectorAll<TextField>('egress-text-field')) {
    const { description = '', invalid } = field.dataset;
    field.control?.setAttribute('aria-description', description);
    field.control?.setAttribute('aria-invalid', invalid === undefined ? 'false' : 'true');
  }
}

/** Puts the caret into a text field, or the focus on a native control. */
export function putCaret(field: Element): void {
  const { control = field as HTMLElement } = field as TextField;
  control.focus({ preventScroll: true });
}
