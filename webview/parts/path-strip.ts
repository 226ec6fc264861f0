import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Message } from '../../src/core/message.js';
import { say } from '../../src/core/message.js';
import type { OutboundType } from '../../src/core/outbound-type.js';
import type { Named } from '../../src/wizard/state.js';
import type { Face } from '../face.js';
import { glyph, type IconName } from '../icons.js';

/** What stands between the nodes and the internet, and whose it is. */
type Path =
  | { readonly open: true; readonly through: IconName; readonly whose: Message; readonly address: Message }
  | { readonly open: false; readonly end: 'gap' | 'wall'; readonly caption: Message };

const paths: Readonly<Record<OutboundType, Path>> = {
  loadBalancer: { open: true, through: 'loadBalancer', whose: say('AKS'), address: say('AKS or you') },
  managedNATGateway: { open: true, through: 'managedNATGateway', whose: say('AKS'), address: say('AKS') },
  userAssignedNATGateway: {
    open: true,
    through: 'userAssignedNATGateway',
    whose: say('yours'),
    address: say('yours'),
  },
  userDefinedRouting: { open: true, through: 'wall', whose: say('yours'), address: say('yours') },
  none: { open: false, end: 'gap', caption: say('no way out') },
  block: { open: false, end: 'wall', caption: say('rules deny all') },
};

const arrow = (from: number, to: number): SVGTemplateResult =>
  svg`<path class="flow" d="M${from} 16H${to - 6}"/><path class="tip" d="M${to - 7} 12v8l6-4z"/>`;

const caption = (x: number, text: string, anchor = 'middle'): SVGTemplateResult =>
  svg`<text x=${x} y="42" text-anchor=${anchor}>${text}</text>`;

const station = (x: number, name: IconName): SVGTemplateResult =>
  svg`<rect class="box" x=${x - 19.5} y="3.5" width="39" height="25"/><g class="glyph" transform="translate(${x - 8} 8)">${glyph(name)}</g>`;

/** The path drawn small: one look tells who owns what. The words beside it say the same, so it is hidden from readers. */
export function pathStrip(type: Named['icon'], face: Face): TemplateResult | typeof nothing {
  if (type === 'unknown') return nothing;
  return html`<svg class="strip" viewBox="0 0 326 46" aria-hidden="true">
    <rect class="box" x="0.5" y="3.5" width="43" height="25" />
    <path class="node" d="M6.5 11.5h9v9h-9zM17.5 11.5h9v9h-9zM28.5 11.5h9v9h-9z" />
    ${caption(22, face.speak(say('nodes')))} ${between(paths[type], face)}
    <g class="glyph" transform="translate(305 8)">${glyph('internet')}</g>
    ${caption(326, face.speak(say('internet')), 'end')}
  </svg>`;
}

function between(path: Path, face: Face): SVGTemplateResult {
  if (path.open) {
    return svg`${arrow(48, 107)}${station(128, path.through)}${caption(128, face.speak(path.whose))}
      ${arrow(152, 207)}${station(228, 'address')}${caption(228, face.speak(path.address))}${arrow(252, 299)}`;
  }
  const words = caption(128, face.speak(path.caption));
  return path.end === 'wall'
    ? svg`${arrow(48, 124)}<path class="wall" d="M128 3.5v25"/>${words}`
    : svg`<path class="gap" d="M48 16h58"/><g class="glyph" transform="translate(120 8)">${glyph('none')}</g>${words}`;
}
