/** The files of `locales/`, by the names under which browsers know them. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A text, or one for each category of the language's plural rules. */
export type Message = string | Readonly<Record<string, string>>;
export type Messages = Readonly<Record<string, Message>>;

const FOLDER = path.resolve(import.meta.dirname, '../../../locales');

export const LOCALES: Readonly<Record<string, Messages>> = Object.fromEntries(
  globSync('*.json', { cwd: FOLDER })
    .sort()
    .map((file) => [path.parse(file).name, JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Messages]),
);
