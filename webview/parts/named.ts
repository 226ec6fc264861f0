import { html, nothing, type TemplateResult } from 'lit';
import type { Named } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { icon } from '../icons.js';

/** A name in plain words behind its icon, with ARM's spelling where that says more. */
export function namedThing({ name, code, icon: shape }: Named, face: Face): TemplateResult {
  const plain = face.speak(name);
  return html`<span class="named"
    >${icon(shape)}<span
      >${plain}${code === '' || code === plain ? nothing : html` <code>${code}</code>`}</span
    ></span
  >`;
}
