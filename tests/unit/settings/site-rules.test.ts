import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/settings/settings.ts';
import { hostOf, isAnnotated, isSiteOn, ruledBy, siteOf, withRule } from '../../../lib/settings/site-rules.ts';

const ruled = (sites: Settings['sites'], paused = false): Settings => ({ ...DEFAULT_SETTINGS, paused, sites });

describe('the host of a page', () => {
  test.each([
    ['https://www.example.org/a?b#c', 'www.example.org'],
    ['http://Example.ORG:8080/', 'example.org'],
    ['http://127.0.0.1/', '127.0.0.1'],
    ['https://[::1]/', '[::1]'],
    ['https://bücher.example/', 'xn--bcher-kva.example'],
  ])('of %s is %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });

  test.each([
    undefined,
    '',
    'example.org',
    'about:blank',
    'chrome://extensions/',
    'file:///etc/hosts',
    'moz-extension://abc/popup.html',
    'javascript:alert(1)',
    'https://',
  ])('of %j is none', (url) => {
    expect(hostOf(url)).toBeUndefined();
  });
});

describe('the site of a host', () => {
  test.each([
    ['www.example.org', 'example.org'],
    ['example.org', 'example.org'],
    ['a.b.example.co.uk', 'example.co.uk'],
    ['me.github.io', 'me.github.io'],
    ['blog.me.github.io', 'me.github.io'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['github.io', 'github.io'],
  ])('of %s is %s', (host, site) => {
    expect(siteOf(host)).toBe(site);
  });
});

describe('rules', () => {
  test('sites without one are on', () => {
    expect(isSiteOn(ruled({}), 'www.example.org')).toBe(true);
    expect(isSiteOn(ruled({ 'example.net': 'off' }), 'example.org')).toBe(true);
  });

  test('hold for a site and its subdomains', () => {
    const settings = ruled({ 'example.org': 'off' });
    for (const host of ['example.org', 'www.example.org', 'a.b.example.org']) {
      expect(isSiteOn(settings, host)).toBe(false);
    }
    expect(isSiteOn(settings, 'badexample.org')).toBe(true);
  });

  test('of the nearest host go first', () => {
    const settings = ruled({ 'example.org': 'off', 'b.example.org': 'on', 'x.a.b.example.org': 'off' });
    expect(isSiteOn(settings, 'a.b.example.org')).toBe(true);
    expect(isSiteOn(settings, 'x.a.b.example.org')).toBe(false);
    expect(isSiteOn(settings, 'c.example.org')).toBe(false);
    expect(ruledBy(settings, 'a.b.example.org')).toBe('b.example.org');
    expect(ruledBy(settings, 'c.example.org')).toBe('example.org');
    expect(ruledBy(ruled({}), 'c.example.org')).toBe('example.org');
  });

  test('of a public suffix do not reach the sites under it', () => {
    const settings = ruled({ 'github.io': 'off', 'co.uk': 'off', uk: 'off' });
    expect(isSiteOn(settings, 'me.github.io')).toBe(true);
    expect(isSiteOn(settings, 'www.example.co.uk')).toBe(true);
  });

  test('hold for addresses and names without a domain', () => {
    const settings = ruled({ localhost: 'off', '127.0.0.1': 'off', '[::1]': 'off' });
    for (const host of ['localhost', '127.0.0.1', '[::1]']) expect(isSiteOn(settings, host)).toBe(false);
    expect(isSiteOn(settings, '127.0.0.2')).toBe(true);
  });

  test('a host named like a property of every object has none', () => {
    expect(isSiteOn(ruled({}), 'constructor')).toBe(true);
    expect(ruledBy(ruled({}), 'a.constructor.example.org')).toBe('example.org');
  });

  test('hold for a host written with the dot of the root, and are found in finite time', () => {
    // In a process of its own, for a search without an end would hang these tests.
    const module = new URL('../../../lib/settings/site-rules.ts', import.meta.url).href;
    const program = `
      import { hostOf, isSiteOn } from ${JSON.stringify(module)};
      const host = hostOf('https://www.example.org./');
      console.log(isSiteOn({ paused: false, sites: { 'example.org': 'off' } }, host));`;
    const options = { timeout: 10_000, encoding: 'utf8' } as const;
    const node = ['--max-old-space-size=128', '--input-type=module', '--eval', program];
    const { status, stdout } = spawnSync(process.execPath, node, options);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'false\n' });
  });
});

describe('a pause', () => {
  test('stops every site and leaves the rules as they are', () => {
    const settings = ruled({ 'example.org': 'on' }, true);
    expect(isAnnotated(settings, 'example.org')).toBe(false);
    expect(isSiteOn(settings, 'example.org')).toBe(true);
  });

  test('that is over lets the rules decide', () => {
    const settings = ruled({ 'example.org': 'off' });
    expect(isAnnotated(settings, 'www.example.org')).toBe(false);
    expect(isAnnotated(settings, 'example.net')).toBe(true);
  });
});

describe('a change of a rule', () => {
  test('adds, replaces and removes, and leaves the settings given as they were', () => {
    const before = Object.freeze(ruled(Object.freeze({ 'example.org': 'off' }), true));
    expect(withRule(before, 'example.net', 'off').sites).toEqual({ 'example.org': 'off', 'example.net': 'off' });
    expect(withRule(before, 'example.org', 'on')).toEqual(ruled({ 'example.org': 'on' }, true));
    expect(withRule(before, 'example.org', undefined)).toEqual(ruled({}, true));
    expect(withRule(before, 'example.net', undefined)).toEqual(before);
  });
});
