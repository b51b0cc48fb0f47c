/**
 * Writes a readable page of what the dataset says, the oldest facts first, for an editor's review.
 *
 *     npm run data:report [-- FILE]
 *
 * Markdown, to the file named or to standard output.
 */
import { writeFileSync } from 'node:fs';
import { today } from '../lib/dataset/calendar.ts';
import { reportOf } from '../lib/dataset/report.ts';
import { readDataset } from './read-dataset.ts';

const report = reportOf(readDataset().dataset, today());
const [file] = process.argv.slice(2);
if (file === undefined) process.stdout.write(report);
else writeFileSync(file, report);
