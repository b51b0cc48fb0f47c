import { describe, expect, test } from 'vitest';
import { type BrowserSender, frameOf } from '../../../lib/messaging/sender.ts';

const PAGE: BrowserSender = {
  tab: { id: 7, url: 'https://news.example.org/story?id=1#top' },
  frameId: 0,
  url: 'https://news.example.org/story?id=1#top',
  origin: 'https://news.example.org',
};
const EXTENSION = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

describe('who sent a message to the background', () => {
  test('is the page that the browser names', () => {
    expect(frameOf(PAGE)).toEqual({
      tabId: 7,
      frameId: 0,
      hosts: ['news.example.org', 'news.example.org'],
    });
  });

  test('may be a sandboxed page, which has no origin, and a browser may not tell of origins', () => {
    expect(frameOf({ ...PAGE, origin: 'null' })?.hosts[1]).toBe('news.example.org');
    expect(frameOf({ ...PAGE, origin: undefined })?.hosts[1]).toBe('news.example.org');
  });

  test.each<[string, Partial<BrowserSender>, string[]]>([
    ['of another site', { url: 'https://cdn.example.com/', origin: 'https://cdn.example.com' }, ['cdn.example.com']],
    ['that its page wrote', { url: 'about:srcdoc' }, ['news.example.org']],
    ['that its page wrote and sandboxed', { url: 'about:srcdoc', origin: 'null' }, []],
  ])('may be a frame %s', (_, change, own) => {
    const frame = frameOf({ ...PAGE, frameId: 12, ...change });
    expect(frame).toEqual({ tabId: 7, frameId: 12, hosts: ['news.example.org', ...own] });
  });

  test.each<[string, Partial<BrowserSender>]>([
    ['outside of a tab', { tab: undefined }],
    ['in a tab without an id', { tab: { url: 'https://news.example.org/' } }],
    ['in a tab that shows no page of the web', { tab: { id: 7, url: `${EXTENSION}/popup.html` } }],
    ["a frame of the extension's", { frameId: 3, url: `${EXTENSION}/popup.html`, origin: EXTENSION }],
    ["a written frame of the extension's", { frameId: 3, url: 'about:blank', origin: EXTENSION }],
    ['in no frame', { frameId: undefined }],
    ['of no address', { url: undefined }],
    ["one of the extension's own pages", { url: `${EXTENSION}/popup.html?tab=7`, origin: EXTENSION }],
    ['a file', { url: 'file:///tmp/story.html', origin: 'null' }],
    ['an empty page', { url: 'about:blank', origin: 'https://news.example.org' }],
    ['no address', { url: 'https://' }],
    ['of an address that is not of its origin', { url: 'https://bank.example.com/' }],
    ['of an origin with another scheme', { origin: 'http://news.example.org' }],
    ['of an origin with another port', { origin: 'https://news.example.org:8443' }],
    ["of the extension's origin", { origin: EXTENSION }],
  ])('is nobody to answer: %s', (_, change) => {
    expect(frameOf({ ...PAGE, ...change })).toBeUndefined();
  });
});
