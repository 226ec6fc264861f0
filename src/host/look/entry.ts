// A file of its own, loaded when somebody first looks at a cluster.
export { detailRows } from './detail-rows.js';
export { egressDocument } from './egress-document.js';
export { summarize } from './summary.js';
export { tooltipOf } from './tooltip-markdown.js';
