/** The licences of others' work that the extension ships; most ask to be handed on with every copy. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Packages whose code or pictures are in the builds. */
export const SHIPPED = [
  '@floating-ui/core',
  '@floating-ui/dom',
  '@floating-ui/utils',
  '@wxt-dev/browser',
  '@wxt-dev/i18n',
  'country-flag-icons',
  'lucide',
  'react',
  'react-dom',
  'scheduler',
  'tldts',
  'tldts-core',
  'wxt',
  'zod',
] as const;

const PACKAGES = fileURLToPath(new URL('../node_modules/', import.meta.url));

interface PackageFile {
  version: string;
  license: string;
  homepage?: string;
}

function licenceOf(name: string): string {
  const folder = `${PACKAGES}${name}/`;
  const { version, license, homepage } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as PackageFile;
  const file = readdirSync(folder).find((candidate) => /^licen[cs]e(?:\.\w+)?$/i.test(candidate));
  // Some packages name their licence and hold no copy of it.
  const text = file ? readFileSync(folder + file, 'utf8').trim() : `Licence: ${license}. ${homepage ?? ''}`.trim();
  return `${name} ${version}\n\n${text}\n`;
}

/** The text file of them all, as the extension ships it. */
export function licencesAsset(): string {
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return ['Treaty Lens ships the work of others, under these licences.\n', ...SHIPPED.map(licenceOf)].join(rule);
}
