import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { OutboundType } from '../src/core/outbound-type.js';
import type { Mark } from '../src/wizard/state.js';

const gate = svg`<path d="M4.5 5.6V2.5h6v3.1M4.5 10.4v3.1h6v-3.1"/>`;
const through = svg`<path d="M1.5 8h12.7M12 5.6L14.3 8 12 10.4"/>`;
const ring = svg`<circle cx="8" cy="8" r="6.4"/>`;

/** One shape for each state: told by form, never by colour alone. */
const marks = {
  passed: svg`${ring}<path d="M5.2 8.2l2 2 3.6-4.2"/>`,
  blocked: svg`${ring}<path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4"/>`,
  warning: svg`<path d="M8 2l6.3 11.4H1.7zM8 6.4v3.2M8 11.4v.1"/>`,
  unknown: svg`<circle cx="8" cy="8" r="6.4" stroke-dasharray="2.2 1.8"/><path d="M6.3 6.4a1.7 1.7 0 1 1 2.6 1.5c-.6.4-.9.7-.9 1.4M8 11.3v.1"/>`,
  note: svg`${ring}<path d="M8 7.4v3.8M8 4.9v.1"/>`,
  todo: ring,
  running: svg`<path d="M8 1.6A6.4 6.4 0 1 1 1.6 8"/>`,
  locked: svg`<path d="M3.5 7h9v6.5h-9zM5.5 7V4.6a2.5 2.5 0 0 1 5 0V7"/>`,
} satisfies Record<Mark, SVGTemplateResult>;

/** One shape for each way out. */
const outboundTypes = {
  loadBalancer: svg`<circle cx="3.4" cy="8" r="1.7"/><path d="M5.1 8h8.7M4.8 7c2.4-.6 2.6-3.6 5.2-3.6h3.8M4.8 9c2.4.6 2.6 3.6 5.2 3.6h3.8M12.2 1.8l1.7 1.6-1.7 1.6M12.2 6.4L13.9 8l-1.7 1.6M12.2 11l1.7 1.6-1.7 1.6"/>`,
  managedNATGateway: svg`<path d="M4.5 5.6V2.5h6v3.1M4.5 10.4v3.1h6v-3.1" stroke-dasharray="1.8 1.4"/>${through}`,
  userAssignedNATGateway: svg`${gate}${through}`,
  userDefinedRouting: svg`<path d="M8 1.8v12.4M3 3h7.6l2.2 1.8-2.2 1.8H3zM13 8.6H5.4l-2.2 1.8 2.2 1.8H13z"/>`,
  none: svg`${ring}<path d="M3.6 12.4l8.8-8.8"/>`,
  block: svg`<path d="M8 1.6l5.3 1.9v4c0 3.1-2 5.5-5.3 6.9-3.3-1.4-5.3-3.8-5.3-6.9v-4zM5.4 8h5.2"/>`,
} satisfies Record<OutboundType, SVGTemplateResult>;

const things = {
  address: svg`<path d="M8 14.2c3-3.4 4.6-5.8 4.6-8a4.6 4.6 0 1 0-9.2 0c0 2.2 1.6 4.6 4.6 8z"/><circle cx="8" cy="6.2" r="1.6"/>`,
  arrow: svg`<path d="M2.5 8h11M9.5 4l4 4-4 4"/>`,
  cards: svg`<path d="M2 2.5h5v4.5H2zM9 2.5h5v4.5H9zM2 9.5h5V14H2zM9 9.5h5V14H9z"/>`,
  check: svg`<path d="M3 8.5l3.2 3.2L13 4.5"/>`,
  chevron: svg`<path d="M6 3.5L10.5 8 6 12.5"/>`,
  copy: svg`<path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"/>`,
  diff: svg`<path d="M3 2h10v12H3zM8 4.5v4M6 6.5h4M6 11.5h4"/>`,
  door: svg`<path d="M1.8 13.8h12.4M4 13.8V2.2h8v11.6M9.6 8.2v.1"/>`,
  export: svg`<path d="M8 10V2.2M5 5l3-2.9L11 5M2.5 9.5v4h11v-4"/>`,
  eye: svg`<path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM3 13.5L13 2.5"/>`,
  internet: svg`${ring}<path d="M1.8 8h12.4M8 1.6c2 1.8 2.9 3.9 2.9 6.4S10 12.6 8 14.4C6 12.6 5.1 10.5 5.1 8S6 3.4 8 1.6z"/>`,
  open: svg`<path d="M8.5 2.5h5v5M13.5 2.5L7 9M11.5 9.5v4h-9v-9h4"/>`,
  planned: svg`<path d="M2.5 3h11M2.5 6.5h11M2.5 10h5M9 11.5l1.8 1.8 3-3.6"/>`,
  refresh: svg`<path d="M13.3 6.5A5.6 5.6 0 0 0 3 5.5M2.7 9.5A5.6 5.6 0 0 0 13 10.5M3 2.4v3.1h3.1M13 13.6v-3.1H9.9"/>`,
  sandbox: svg`<path d="M1.8 13.5h12.4M3 13.5c.6-3.4 2.4-6 5-6s4.4 2.6 5 6M8 7.5V2.2M8 2.4h4l-1.2 1.4L12 5.2H8"/>`,
  star: svg`<path d="M8 1.9l1.9 3.9 4.3.6-3.1 3 .7 4.3L8 11.7l-3.8 2 .7-4.3-3.1-3 4.3-.6z"/>`,
  stop: svg`${ring}<path d="M6 6h4v4H6z"/>`,
  table: svg`<path d="M2 2.5h12v11H2zM2 6h12M2 9.7h12M6.5 2.5v11"/>`,
  wall: svg`<path d="M2 3h12v10H2zM2 6.3h12M2 9.7h12M6 3v3.3M10 3v3.3M4 6.3v3.4M8 6.3v3.4M12 6.3v3.4M6 9.7V13M10 9.7V13"/>`,
};

const shapes = { ...marks, ...outboundTypes, ...things };

export type IconName = keyof typeof shapes;

/** The strokes alone, on a 16 px grid, for use inside another drawing. */
export const glyph = (name: IconName): SVGTemplateResult => shapes[name];

/** An icon. A word stands beside it, so it says nothing itself; `slot` puts it into a control. */
export function icon(name: IconName, slot?: 'start'): TemplateResult {
  return html`<svg class="icon is-${name}" viewBox="0 0 16 16" aria-hidden="true" slot=${slot ?? nothing}>
    ${shapes[name]}
  </svg>`;
}
