/**
 * The page's nonce where the UI toolkit looks for it: it tests `:focus-visible` with a style element while it loads,
 * which the Content Security Policy allows only with the nonce. Imported for its effect, before the toolkit.
 */
const script = document.currentScript;

if (script instanceof HTMLScriptElement && script.nonce !== '') {
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.content = script.nonce;
  document.head.append(meta);
}
