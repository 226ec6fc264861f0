import { startFrame } from './frame.js';
import { startShell } from './shell.js';

// The same file twice: the shell lists the states, and shows the planner in a frame of its own width and theme.
if (new URLSearchParams(location.search).has('frame')) startFrame();
else startShell();
