import { html, type TemplateResult } from 'lit';
import { say } from '../../src/core/message.js';
import type { AzureWords } from '../../src/wizard/state.js';
import type { Face } from '../face.js';

/** Azure's own words, verbatim and marked as such, so that they can be searched and shown to support. */
export function azureWords({ code, message, requestId, isOurs }: AzureWords, face: Face): TemplateResult {
  return html`<figure class="azure">
    <figcaption>
      ${face.speak(isOurs === true ? say('Not from Azure: what was seen here') : say("Azure's own words"))}
    </figcaption>
    <p class="azure-code">${code}</p>
    <p class="verbatim">${message}</p>
    ${requestId && html`<p class="quiet small">${face.speak(say('Request'))} <code>${requestId}</code></p>`}
  </figure>`;
}
