/** Property tests draw the same examples every time: a failure is then a change of ours, not of the dice. */
import { configureGlobal } from 'fast-check';

configureGlobal({ seed: 20261125 });
