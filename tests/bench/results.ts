/** All that a run gives. */
import type { ComparedPage, GatedPage } from './compare.ts';
import type { Growth } from './growth.ts';
import type { Plan } from './plan.ts';
import type { Storm } from './storm.ts';
import type { Throttled } from './throttled.ts';
import type { Underlining } from './underline.ts';
import type { Wanted } from './wanted.ts';
import type { Weight } from './weight.ts';

export interface Results {
  machine: {
    cpu: string;
    cores: number;
    /** Load average of the minute before the run. */
    load: number;
    /** How long the run took, in seconds. */
    seconds: number;
  };
  /** Entries of the dictionary that an English page is given, and the plain names that rivals are given. */
  names: { entries: number; plain: number };
  /** Time after which rivals are stopped, in milliseconds, by kind of page. */
  caps: Plan['caps'];
  pages: ComparedPage[];
  /** Generated pages about other things … */
  silent: ComparedPage[];
  /** … and real ones. */
  gated: GatedPage[];
  ratios: Record<'warm' | 'cold', Record<string, Record<string, number>>>;
  growth: Growth;
  weight: Weight[];
  underlining: Underlining;
  storm: Storm;
  throttled: Throttled;
  wanted: Wanted[];
}
