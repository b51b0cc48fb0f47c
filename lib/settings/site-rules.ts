/** Which sites are annotated: the rule of the nearest host that has one, up to the registrable domain. */
import { getDomain } from 'tldts';
import type { Settings, SiteRule } from './settings.ts';

/** Only pages of the web can be annotated. */
const WEB = /^https?:$/;

/**
 * The host name of a page that can be annotated.
 * @returns undefined for addresses outside the web, such as the browser's own pages, and for what is no address
 */
export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  // A dot at the end names the same host more formally.
  return WEB.test(protocol) ? hostname.replace(/\.$/, '') : undefined;
}

/** The site a host belongs to: its registrable domain, or the host itself where there is none (an IP, `localhost`). */
export function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** A host and its parents up to its site, nearest first: `a.b.example.org`, `b.example.org`, `example.org`. */
function lineageOf(host: string): string[] {
  const site = siteOf(host);
  if (!host.endsWith(`.${site}`)) return [host];
  const labels = host.slice(0, -site.length - 1).split('.');
  return [...labels.map((_label, at) => `${labels.slice(at).join('.')}.${site}`), site];
}

/** The host whose rule a page of `host` follows; its site when none has a rule. */
export function ruledBy(settings: Settings, host: string): string {
  return lineageOf(host).find((candidate) => settings.sites[candidate] !== undefined) ?? siteOf(host);
}

/** Whether the reader's rules let pages of a host be annotated, a pause left aside. Sites are on unless switched off. */
export function isSiteOn(settings: Settings, host: string): boolean {
  return settings.sites[ruledBy(settings, host)] !== 'off';
}

/** Whether pages of a host are annotated now. */
export function isAnnotated(settings: Settings, host: string): boolean {
  return !settings.paused && isSiteOn(settings, host);
}

/** The settings with a rule for a host, or without one: then it follows its parent again. */
export function withRule(settings: Settings, host: string, rule: SiteRule | undefined): Settings {
  const { [host]: _old, ...others } = settings.sites;
  return { ...settings, sites: rule === undefined ? others : { ...others, [host]: rule } };
}
