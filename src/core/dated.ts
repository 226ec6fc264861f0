import { filledInDefaults } from './filled-in.js';
import { lockOut } from './lock-out.js';
import { movingFields } from './moving-fields.js';
import { neighbourMovingFields } from './neighbour-diff.js';
import { pages } from './pages.js';
import type { Dated } from './source.js';

/** Everything of Azure's that core knows by heart, with the day it was read. `npm run dated` reads this. */
export const dated: readonly Dated[] = [
  ...Object.values(pages),
  { what: movingFields.what, source: movingFields.source, readOn: movingFields.readOn },
  {
    what: neighbourMovingFields.what,
    source: neighbourMovingFields.source,
    readOn: neighbourMovingFields.readOn,
  },
  { what: lockOut.what, source: lockOut.source, readOn: lockOut.readOn },
  { what: filledInDefaults.what, source: filledInDefaults.source, readOn: filledInDefaults.readOn },
];
