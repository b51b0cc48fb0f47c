/** Annotates the page at hand: finds mentions, underlines them, opens cards, and undoes it all when told to. */
import type { CardContent } from '../dataset/card.ts';
import type { Detector } from '../detection/detect.ts';
import type { PageMentions, ToTab } from '../messaging/messages.ts';
import { DEFAULT_READING, type Reading, withMuted } from '../settings/reading.ts';
import { type Anchor, CardLayer } from './card-layer.ts';
import type { CardView } from './card-view.ts';
import { writeClipboard } from './clipboard.ts';
import { atDensity } from './density.ts';
import { clearPaint, paintMentions, paintOpen } from './highlights.ts';
import { watchForEnd } from './outlived.ts';
import { findPageMentions, type PageMention } from './page-mentions.ts';
import { followPointer, type Point } from './pointer.ts';
import { scrollToRange } from './scroll.ts';
import { watchPage } from './watch-page.ts';

/** The world outside the page, as the annotator needs it. */
export interface AnnotatorPorts {
  /**
   * The detector for the page's language and the reader's choices, or undefined when they are not to be had. Asked once.
   */
  load(): Promise<{ detector: Detector; reading: Reading } | undefined>;
  /** CSS of the cards. */
  cardStyles: string;
  /** Renders a card into the layer's container; undefined renders none. Done when it returns. */
  renderCard(container: HTMLElement, view: CardView | undefined): void;
  /** What a screen reader says when the reader walks to a mention. */
  describe(content: CardContent, position: number, total: number): string;
  /** The card of an entity, or undefined when there is none to be had. */
  fetchCard(entity: string): Promise<CardContent | undefined>;
  /** Date of publication that the page declares, an ISO date. */
  published(): string | undefined;
  /** Mutes an entity on all pages, or ends that. */
  mute(entity: string, muted: boolean): void;
  /** Tells how many mentions there are, underlined or not; those of muted entities are none. */
  report(count: number): void;
  /** Whether the extension is gone from beneath this page: nobody answers any more. */
  isGone(): boolean;
}

interface OpenCard {
  mention: PageMention;
  pinned: boolean;
  content: CardContent;
  /** Cards that the reader has hopped from, the first one first. */
  trail: CardContent[];
}

/** The newly found mentions; those that stand where they stood before are the same objects still. */
function keepKnown(known: readonly PageMention[], found: readonly PageMention[]): PageMention[] {
  const byNode = Map.groupBy(known, ({ range }) => range.startContainer);
  return found.map((mention) => {
    const { range, entity } = mention;
    const same = byNode
      .get(range.startContainer)
      ?.find(
        (old) =>
          old.entity === entity &&
          old.range.startOffset === range.startOffset &&
          old.range.endContainer === range.endContainer &&
          old.range.endOffset === range.endOffset,
      );
    if (!same) return mention;
    same.section = mention.section;
    same.words = mention.words;
    return same;
  });
}

/** Whether the words are those that were read: a page may put others in their place, and not be read again yet. */
function isAsRead({ range, words }: PageMention): boolean {
  return range.toString() === words;
}

/** One page's annotator. It can be stopped and started again any number of times. */
export class Annotator {
  readonly #ports: AnnotatorPorts;
  /** All that the page has. */
  #found: PageMention[] = [];
  /** Those of entities that are not muted. */
  #mentions: PageMention[] = [];
  /** Those that are underlined. */
  #underlined: PageMention[] = [];
  #reading = DEFAULT_READING;
  #detector: Detector | undefined;
  #running: AbortController | undefined;
  #layer: CardLayer | undefined;
  #card: OpenCard | undefined;
  /** Grows with every card asked for; an answer to an older question is dropped. */
  #asked = 0;
  /** Whether the pointer's rest asked for the last card, or the reader's hand. */
  #askedBy: 'hover' | 'hand' = 'hover';
  #walkedTo: PageMention | undefined;
  /** Where the keyboard's focus was before it went into a card. */
  #focusBefore: HTMLElement | undefined;

  constructor(ports: AnnotatorPorts) {
    this.#ports = ports;
  }

  /** Reads the page and underlines its mentions, now and as it changes. Does nothing while running. */
  start(): void {
    if (this.#running) {
      this.#report();
      return;
    }
    this.#running = new AbortController();
    void this.#begin(this.#running.signal);
  }

  async #begin(signal: AbortSignal): Promise<void> {
    if (!this.#detector) {
      const loaded = await this.#ports.load();
      if (signal.aborted) return;
      if (!loaded) {
        this.#running = undefined;
        return;
      }
      this.#detector = loaded.detector;
      this.#reading = loaded.reading;
    }
    // Before all other listeners: those of an extension that is gone do nothing more.
    watchForEnd(this.#ports.isGone, () => this.stop(), signal);
    this.#read();
    watchPage(
      () => (this.#ports.isGone() ? this.stop() : this.#read()),
      (node) => node instanceof Element && node.localName === 'treaty-lens',
      signal,
    );
    followPointer(
      {
        mentions: () => this.#underlined,
        isOnCard: (event) => this.#layer?.holds(event) === true,
        meant: (mention, point, by) => {
          if (by === 'click' || this.#reading.opens === 'hover') void this.#meant(mention, point, by);
        },
        left: () => {
          if (this.#askedBy === 'hover') this.#asked++;
          if (this.#card && !this.#card.pinned && !this.#layer?.hasFocus) this.#close();
        },
        pressedElsewhere: () => this.#close(),
      },
      signal,
    );
    // On the window, for a page that traps the focus may keep keys from what lies below.
    addEventListener(
      'keydown',
      (event) => {
        if (event.isTrusted && event.key === 'Escape' && this.#card) this.#close();
      },
      { signal, capture: true },
    );
  }

  /** Undoes everything: no highlight, no element, no listener is left. */
  stop(): void {
    if (!this.#running) return;
    this.#running.abort();
    this.#running = undefined;
    this.#close();
    this.#layer?.remove();
    this.#layer = undefined;
    this.#found = [];
    this.#mentions = [];
    this.#underlined = [];
    this.#walkedTo = undefined;
    clearPaint();
  }

  /** Does what a message of the extension asks; its answer, or undefined when it asks for none. */
  async hear(message: ToTab): Promise<PageMentions | boolean> {
    switch (message.type) {
      case 'annotate':
        this.#reading = message.reading;
        if (!message.on) this.stop();
        else if (this.#running) this.#choose();
        else this.start();
        return true;
      case 'mentions-wanted':
        return this.#summary();
      case 'reveal':
        return this.#reveal(this.#mentions.filter(({ entity }) => entity === message.entity)[message.index]);
      case 'command':
        if (message.command === 'enter-card') return this.#enterCard();
        return this.#reveal(this.#neighbour(message.command === 'next-mention' ? 1 : -1));
      default:
        return message satisfies never;
    }
  }

  #read(): void {
    if (!this.#detector) return;
    this.#found = keepKnown(this.#found, findPageMentions(this.#detector));
    this.#choose();
    if (this.#card && !isAsRead(this.#card.mention)) this.#close();
  }

  /** Of what was found, underlines what the reader wants to see. */
  #choose(): void {
    const { muted, density, style } = this.#reading;
    const before = this.#mentions.length;
    this.#mentions = this.#found.filter(({ entity }) => !muted.includes(entity));
    this.#underlined = atDensity(this.#mentions, density);
    paintMentions(this.#underlined, style);
    if (this.#mentions.length !== before) this.#report();
    this.#render();
  }

  #report(): void {
    this.#ports.report(this.#mentions.length);
  }

  #summary(): PageMentions {
    const counts = new Map<string, number>();
    for (const { entity } of this.#mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    return {
      entities: Array.from(counts, ([entity, count]) => ({ entity, count })),
      published: this.#ports.published(),
    };
  }

  async #meant(mention: PageMention, point: Point, by: 'hover' | 'click'): Promise<void> {
    const pinned = by === 'click';
    if (this.#card?.mention === mention) {
      if (pinned && !this.#card.pinned) this.#setPinned(true);
      return;
    }
    if (this.#card?.pinned && !pinned) return;
    await this.#open(mention, point, pinned);
  }

  /** Opens the card of a mention; the content that it shows, or undefined when it was not opened. */
  async #open(mention: PageMention, pointer: Point | undefined, pinned: boolean): Promise<CardContent | undefined> {
    const question = ++this.#asked;
    this.#askedBy = pinned ? 'hand' : 'hover';
    const content = await this.#ports.fetchCard(mention.entity);
    if (!content || question !== this.#asked || !this.#running) return undefined;
    if (!isAsRead(mention)) return undefined;
    this.#layer ??= new CardLayer(this.#ports.cardStyles);
    this.#card = { mention, pinned, content, trail: [] };
    this.#render();
    const anchor: Anchor = { range: mention.range, pointer };
    this.#layer.show(anchor);
    paintOpen(mention);
    return content;
  }

  #render(): void {
    if (!this.#layer) return;
    const card = this.#card;
    this.#ports.renderCard(
      this.#layer.container,
      card && {
        content: card.content,
        pinned: card.pinned,
        canGoBack: card.trail.length > 0,
        togglePin: () => this.#setPinned(!card.pinned),
        hop: (entity) => void this.#hop(card, entity),
        back: () => this.#back(card),
        copy: writeClipboard,
        muted: this.#reading.muted.includes(card.content.id),
        mute: (muted) => this.#mute(card, muted),
        close: () => this.#close(),
      },
    );
  }

  /** Shows an entity's card in the open one's place, which stays as it is when there is none to show. */
  async #hop(card: OpenCard, entity: string): Promise<void> {
    const content = await this.#ports.fetchCard(entity);
    if (!content || this.#card !== card) return;
    card.trail.push(card.content);
    this.#turnTo(card, content);
  }

  #back(card: OpenCard): void {
    const content = card.trail.pop();
    if (content && this.#card === card) this.#turnTo(card, content);
  }

  /** A card that the reader leafs through stays, and the focus stays in it. */
  #turnTo(card: OpenCard, content: CardContent): void {
    const hadFocus = this.#layer?.hasFocus === true;
    card.content = content;
    card.pinned = true;
    this.#render();
    if (hadFocus) this.#layer?.focus();
  }

  /** What is muted stays in the open card, where it can be undone. */
  #mute(card: OpenCard, muted: boolean): void {
    card.pinned = true;
    this.#ports.mute(card.content.id, muted);
    this.#reading = withMuted(this.#reading, card.content.id, muted);
    this.#choose();
  }

  #setPinned(pinned: boolean): void {
    if (!this.#card) return;
    this.#card.pinned = pinned;
    this.#render();
  }

  #close(): void {
    this.#asked++;
    if (!this.#card) return;
    const hadFocus = this.#layer?.hasFocus === true;
    this.#card = undefined;
    this.#layer?.hide();
    this.#render();
    paintOpen(undefined);
    if (hadFocus) this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = undefined;
  }

  /** The mention before or after the one walked to last; at first, the nearest to the top of the window. */
  #neighbour(step: 1 | -1): PageMention | undefined {
    const count = this.#underlined.length;
    if (count === 0) return undefined;
    // The page may have changed since, so the last one is found again by where it is.
    const last = this.#walkedTo;
    const at = last
      ? this.#underlined.findIndex(({ range }) => range.compareBoundaryPoints(Range.START_TO_START, last.range) >= 0)
      : -1;
    if (at !== -1) return this.#underlined[(at + step + count) % count];
    const visible = this.#underlined.findIndex(({ range }) => range.getBoundingClientRect().bottom > 0);
    const from = visible === -1 ? count : visible;
    return this.#underlined[(step === 1 ? from : from - 1 + count) % count];
  }

  async #reveal(mention: PageMention | undefined): Promise<boolean> {
    if (!mention) return false;
    this.#walkedTo = mention;
    scrollToRange(mention.range);
    const content = await this.#open(mention, undefined, true);
    if (!content) return false;
    const walked = this.#underlined.includes(mention) ? this.#underlined : this.#mentions;
    this.#layer?.announce(this.#ports.describe(content, walked.indexOf(mention) + 1, walked.length));
    return true;
  }

  #enterCard(): boolean {
    if (!this.#card || !this.#layer) return false;
    if (!this.#layer.hasFocus) {
      this.#focusBefore = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    }
    this.#card.pinned = true;
    this.#render();
    this.#layer.focus();
    return true;
  }
}
