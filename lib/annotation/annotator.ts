/** Annotates the page at hand: finds mentions, underlines them, opens cards, and undoes it all when told to. */
import { plainDocument } from '../article/plain-document.ts';
import type { CardContent } from '../dataset/card.ts';
import type { ReadFigure } from '../dataset/figure-card.ts';
import type { FrameState, ToTab } from '../messaging/messages.ts';
import { DEFAULT_READING, type Reading, withMuted } from '../settings/reading.ts';
import type { Anchor, CardLayer } from './card-layer.ts';
import type { Cards } from './card-view.ts';
import { writeClipboard } from './clipboard.ts';
import { atDensity } from './density.ts';
import { clearPaint, paintMentions, paintOpen } from './highlights.ts';
import { inSlices, pause } from './in-slices.ts';
import { watchForEnd } from './outlived.ts';
import type { PageMention } from './page-mentions.ts';
import type { PageReader } from './page-reader.ts';
import type { Point } from './place.ts';
import { followPointer } from './pointer.ts';
import { scrollToRange } from './scroll.ts';
import { watchPage } from './watch-page.ts';

/** The world outside the page, as the annotator needs it. */
export interface AnnotatorPorts {
  /** What reads the page, and the reader's choices, or undefined when they are not to be had. Asked once. */
  load(): Promise<{ reader: PageReader; reading: Reading } | undefined>;
  /** Whether the reader's rules still let this frame be annotated; false when nobody is left to tell. */
  isAllowed(): Promise<boolean>;
  /** What draws the cards, brought into the page when it is first asked for; undefined when it is not to be had. */
  loadCards(): Promise<Cards | undefined>;
  /** The card of an entity, or of a figure of the treaty's, or undefined when there is none to be had. */
  fetchCard(entity: string, figure?: ReadFigure): Promise<CardContent | undefined>;
  /** Date of publication that the page declares, an ISO date. */
  published(): string | undefined;
  /** Mutes an entity on all pages, or ends that. */
  mute(entity: string, muted: boolean): void;
  /** Tells that the count of mentions has changed; figures and those of muted entities are none. */
  report(): void;
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

/** Whether a mention begins behind another; false where they stand in different trees, which have no order. */
function isBehind({ range }: PageMention, other: PageMention): boolean {
  if (range.startContainer.getRootNode() !== other.range.startContainer.getRootNode()) return false;
  return range.compareBoundaryPoints(Range.START_TO_START, other.range) > 0;
}

/** Whether the words are those that were read: a page may put others in their place, and not be read again yet. */
function isAsRead({ range, words }: PageMention): boolean {
  return range.toString() === words;
}

/**
 * The mention that stands where another stood before the page put the same words there anew: the one of as many alike.
 * @param before what was found before, with the mention
 * @param found what is found now
 */
function successorOf(
  mention: PageMention,
  before: readonly PageMention[],
  found: readonly PageMention[],
): PageMention | undefined {
  const isAlike = ({ entity, words, figure }: PageMention) =>
    entity === mention.entity && words === mention.words && figure?.words === mention.figure?.words;
  const [then, now] = [before.filter(isAlike), found.filter(isAlike)];
  return then.length === now.length ? now[then.indexOf(mention)] : undefined;
}

/** One page's annotator. It can be stopped and started again any number of times. */
export class Annotator {
  readonly #ports: AnnotatorPorts;
  /** All that the page has, figures among them: they are underlined, walked to and opened alike. */
  #found: readonly PageMention[] = [];
  /** Those of entities that are not muted. */
  #mentions: PageMention[] = [];
  /** Those that are underlined. */
  #underlined: PageMention[] = [];
  #reading = DEFAULT_READING;
  #reader: PageReader | undefined;
  #running: AbortController | undefined;
  /** The reading of the page that is under way. */
  #pass: AbortController | undefined;
  #layer: CardLayer | undefined;
  #cards: Cards | undefined;
  #card: OpenCard | undefined;
  /** Grows with every card asked for; an answer to an older question is dropped. */
  #asked = 0;
  /** Whether the pointer's rest asked for the last card, or the reader's hand. */
  #askedBy: 'hover' | 'hand' = 'hover';
  /** A card that is fetched while the pointer's intent is still to be seen, so that it need not be waited for after. */
  #coming: { mention: PageMention; content: Promise<CardContent | undefined> } | undefined;
  #walkedTo: PageMention | undefined;
  /** The page's root element when it was begun with. */
  #root: Element | undefined;
  /** Where the keyboard's focus was before it went into a card. */
  #focusBefore: HTMLElement | undefined;

  constructor(ports: AnnotatorPorts) {
    this.#ports = ports;
  }

  /** Reads the page and underlines its mentions, now and as it changes. Does nothing while running. */
  start(): void {
    if (this.#running) {
      this.#ports.report();
      return;
    }
    this.#running = new AbortController();
    void this.#begin(this.#running.signal);
  }

  async #begin(signal: AbortSignal): Promise<void> {
    if (!this.#reader) {
      const before = this.#reading;
      // What brought the script has had its share of the task at hand.
      await pause();
      const loaded = await this.#ports.load();
      if (signal.aborted) return;
      if (!loaded) {
        this.#running = undefined;
        return;
      }
      this.#reader = loaded.reader;
      // What was heard meanwhile is newer.
      if (this.#reading === before) this.#reading = loaded.reading;
    }
    // Before all other listeners: those of an extension that is gone do nothing more.
    watchForEnd(this.#ports.isGone, () => this.stop(), signal);
    this.#root = plainDocument.documentElement;
    // Watched before it is read: the page may change meanwhile.
    const watched = watchPage(
      () => this.#read(),
      () => this.#reader?.hasChanged() === true,
      (node) => node instanceof Element && node.localName === 'treaty-lens',
      signal,
    );
    // That there are none has to be told as well: the badge may still say something else.
    void watched.then(() => this.#read()).then(() => signal.aborted || this.#ports.report());
    // A frame out of sight may not have been laid out yet, so that nothing in it is seen to be shown; no frame of an
    // animation comes before it is.
    if (window !== top) requestAnimationFrame(() => signal.aborted || void this.#read());
    followPointer(
      {
        mentions: () => this.#underlined,
        isOnCard: (event) => this.#layer?.holds(event) === true,
        isOpen: (mention) => this.#card?.mention === mention,
        cardBox: () => this.#layer?.box,
        mayMean: (mention) => {
          if (this.#card?.pinned || this.#reading.opens === 'click') return;
          void this.#ready();
          this.#coming = { mention, content: this.#ports.fetchCard(mention.entity, mention.figure) };
        },
        meant: (mention, point, by) => {
          if (by === 'click' || this.#reading.opens === 'hover') void this.#meant(mention, point, by);
        },
        left: () => {
          this.#coming = undefined;
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
        if (!event.isTrusted || event.key !== 'Escape' || !this.#card) return;
        // A dialog or popover that the card lies on is closed by the next key.
        if (this.#layer?.isOnLayer) event.preventDefault();
        this.#close();
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
    this.#reader?.forget();
    clearPaint();
  }

  /** Does what a message of the extension asks; its answer, or undefined when it asks for none. */
  async hear(message: ToTab): Promise<boolean> {
    switch (message.type) {
      case 'annotate':
        this.#reading = message.reading;
        if (!message.on) this.stop();
        else if (window !== top && !message.admitted) await this.#askAgain();
        else if (this.#running) this.#choose();
        else this.start();
        return true;
      case 'reveal':
        return this.#reveal(this.#named.filter(({ entity }) => entity === message.entity)[message.index]);
      case 'command':
        if (message.command === 'enter-card') {
          // Where no card is open, the command leads to the next one.
          return this.#card || (await this.#reveal(this.#neighbour(1))) ? this.#enterCard() : false;
        }
        return this.#reveal(this.#neighbour(message.command === 'next-mention' ? 1 : -1));
      default:
        return message satisfies never;
    }
  }

  /** A frame follows the rule of its own site as well as its page's, of which the message tells nothing. */
  async #askAgain(): Promise<void> {
    const running = this.#running;
    if (!running) {
      this.#reader = undefined;
      this.start();
      return;
    }
    this.#choose();
    if ((await this.#ports.isAllowed()) || this.#running !== running) return;
    this.stop();
    this.#ports.report();
  }

  /**
   * Reads the page, in slices; a newer reading, and a stop, give an older one up.
   * @returns time that it took, pauses left out, in milliseconds
   */
  async #read(): Promise<number> {
    if (this.#ports.isGone()) this.stop();
    if (!this.#reader || !this.#running) return 0;
    if (this.#root !== plainDocument.documentElement) {
      // A page that writes itself anew (`document.open`) takes every listener of its document away.
      this.stop();
      this.start();
      return 0;
    }
    this.#pass?.abort();
    this.#pass = new AbortController();
    const signal = AbortSignal.any([this.#pass.signal, this.#running.signal]);
    const steps = this.#reader.readInSteps(() => this.#found);
    const done = await inSlices(steps, signal, (inView) => {
      // Of a page that has been read before, what is underlined stays until all is known.
      // Which is the first on the page is not known yet.
      if (this.#found.length === 0 && this.#reading.density !== 'page') this.#take(inView);
    });
    if (!done) return 0;
    this.#take(done.result);
    return done.took;
  }

  #take(found: readonly PageMention[]): void {
    const before = this.#found;
    this.#found = found;
    this.#choose();
    if (!this.#card || isAsRead(this.#card.mention)) return;
    const successor = successorOf(this.#card.mention, before, found);
    if (!successor) {
      this.#close();
      return;
    }
    this.#card.mention = successor;
    this.#layer?.keepTo(successor.range);
    paintOpen(successor);
  }

  /** Of what was found, underlines what the reader wants to see. */
  #choose(): void {
    const { muted, density, style } = this.#reading;
    const before = this.#named.length;
    this.#mentions = this.#found.filter(({ entity }) => !muted.includes(entity));
    this.#underlined = atDensity(this.#mentions, density);
    paintMentions(this.#underlined, style);
    if (this.#named.length !== before) this.#ports.report();
    this.#render();
  }

  /** The mentions without the figures: those that are counted. */
  get #named(): PageMention[] {
    return this.#mentions.filter(({ figure }) => !figure);
  }

  /** What it has found, and where the reader is. */
  state(): FrameState {
    const counts = new Map<string, number>();
    for (const { entity } of this.#named) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    return {
      entities: Array.from(counts, ([entity, count]) => ({ entity, count })),
      published: this.#ports.published(),
      hasFocus: plainDocument.hasFocus(),
      hasCard: this.#card !== undefined,
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

  /** What draws the cards. It is asked for again where it was not to be had. */
  async #ready(): Promise<Cards | undefined> {
    this.#cards ??= await this.#ports.loadCards();
    return this.#cards;
  }

  /** Opens the card of a mention; the content that it shows, or undefined when it was not opened. */
  async #open(mention: PageMention, pointer: Point | undefined, pinned: boolean): Promise<CardContent | undefined> {
    const question = ++this.#asked;
    this.#askedBy = pinned ? 'hand' : 'hover';
    const coming = this.#coming;
    this.#coming = undefined;
    const [cards, content] = await Promise.all([
      this.#ready(),
      coming?.mention === mention ? coming.content : this.#ports.fetchCard(mention.entity, mention.figure),
    ]);
    if (!cards || !content || question !== this.#asked || !this.#running) return undefined;
    if (!isAsRead(mention)) return undefined;
    this.#layer ??= cards.createLayer(() => this.#setPinned(true));
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
    this.#cards?.render(
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
    if (hadFocus) this.#layer?.focusTitle();
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
    const found = this.#underlined.findIndex((mention) =>
      last ? mention === last || isBehind(mention, last) : mention.range.getBoundingClientRect().bottom > 0,
    );
    const here = found === -1 ? count : found;
    // Where the last one is underlined no more, the one behind it is a step ahead already.
    const isOnLast = last !== undefined && this.#underlined[here] === last;
    const next = step === 1 ? here + Number(isOnLast) : here - 1 + count;
    return this.#underlined[next % count];
  }

  async #reveal(mention: PageMention | undefined): Promise<boolean> {
    if (!mention) return false;
    this.#walkedTo = mention;
    scrollToRange(mention.range);
    const content = await this.#open(mention, undefined, true);
    if (!content) return false;
    const walked = this.#underlined.includes(mention) ? this.#underlined : this.#mentions;
    const said = this.#cards?.describe(content, walked.indexOf(mention) + 1, walked.length);
    if (said !== undefined) this.#layer?.announce(said);
    return true;
  }

  #enterCard(): boolean {
    if (!this.#card || !this.#layer) return false;
    if (!this.#layer.hasFocus) {
      this.#focusBefore = plainDocument.activeElement instanceof HTMLElement ? plainDocument.activeElement : undefined;
    }
    this.#card.pinned = true;
    this.#render();
    this.#layer.focus();
    return true;
  }
}
