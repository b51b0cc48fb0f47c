/** Words that come into sight, and go, by means other than the elements, texts and attributes that pages mostly change. */
import { expect, openAnnotated, POLL, test } from './fixtures.ts';

const STORY = '<h1>The UN cybercrime treaty</h1><p>Ghana ratified the treaty.</p>';
const WORDS = '<p>Qatar has signed the treaty.</p>';

/** How words are hidden at first, and what shows them and hides them again. */
interface Way {
  style?: string;
  body: string;
  show: () => void;
  hide: () => void;
}
const WAYS: Readonly<Record<string, Way>> = {
  'a popover': {
    body: `<div popover="manual" id="at">${WORDS}</div>`,
    show: () => document.getElementById('at')?.showPopover(),
    hide: () => document.getElementById('at')?.hidePopover(),
  },
  'a dialog': {
    body: `<dialog id="at">${WORDS}</dialog>`,
    show: () => (document.getElementById('at') as HTMLDialogElement).showModal(),
    hide: () => (document.getElementById('at') as HTMLDialogElement).close(),
  },
  'an attribute of a library': {
    style: '#at:not([data-state=open]) { visibility: hidden }',
    body: `<div id="at">${WORDS}</div>`,
    show: () => document.getElementById('at')?.setAttribute('data-state', 'open'),
    hide: () => document.getElementById('at')?.setAttribute('data-state', 'closed'),
  },
  'an attribute for screen readers': {
    style: '#at[aria-hidden=true] { visibility: hidden }',
    body: `<div id="at" aria-hidden="true">${WORDS}</div>`,
    show: () => document.getElementById('at')?.setAttribute('aria-hidden', 'false'),
    hide: () => document.getElementById('at')?.setAttribute('aria-hidden', 'true'),
  },
  'a box that is checked': {
    style: '#box:not(:checked) ~ div { visibility: hidden }',
    body: `<input id="box" type="checkbox"><div>${WORDS}</div>`,
    show: () => document.getElementById('box')?.click(),
    hide: () => document.getElementById('box')?.click(),
  },
  'a rule that a script takes out': {
    style: '#at { display: none }',
    body: `<div id="at">${WORDS}</div>`,
    show: () => document.styleSheets[0]?.deleteRule(0),
    hide: () => void document.styleSheets[0]?.insertRule('#at { display: none }'),
  },
  'a transition that ends late': {
    style: '#at { visibility: hidden; transition: visibility 1s step-end } #at.on { visibility: visible }',
    body: `<div id="at">${WORDS}</div>`,
    show: () => document.getElementById('at')?.classList.add('on'),
    hide: () => document.getElementById('at')?.classList.remove('on'),
  },
  'an animation': {
    style:
      '@keyframes show { to { visibility: visible } } #at { visibility: hidden } #at.on { animation: show 1s step-end forwards }',
    body: `<div id="at">${WORDS}</div>`,
    show: () => document.getElementById('at')?.classList.add('on'),
    hide: () => document.getElementById('at')?.classList.remove('on'),
  },
  'a popover in a shadow root': {
    body: `<x-a><template shadowrootmode="open"><div popover="manual" id="at">${WORDS}</div></template></x-a>`,
    show: () => document.querySelector('x-a')?.shadowRoot?.getElementById('at')?.showPopover(),
    hide: () => document.querySelector('x-a')?.shadowRoot?.getElementById('at')?.hidePopover(),
  },
};

for (const [what, { style = '', body, show, hide }] of Object.entries(WAYS)) {
  test(`words that ${what} shows are underlined, and bare when it hides them`, async ({ reader, site }) => {
    const url = `/shown/${what.replaceAll(' ', '-')}.html`;
    site.serve(url, `<!doctype html><html lang="en"><style>${style}</style><body>${STORY}${body}`);
    const page = await openAnnotated(reader, `http://example.org${url}`);
    // In a shadow root, and over a modal dialog, the order of the page is not that of its text.
    const mentions = async () => (await page.highlights())['treaty-lens-actor'] ?? [];
    await expect.poll(mentions, POLL).toEqual(['Ghana']);
    await page.evaluate(show);
    await expect.poll(mentions, POLL).toEqual(['Ghana', 'Qatar']);
    await page.evaluate(hide);
    await expect.poll(mentions, POLL).toEqual(['Ghana']);
  });
}
