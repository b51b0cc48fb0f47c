import { beforeEach, describe, expect, test, vi } from 'vitest';
import { clearPaint, paintMentions } from '../../../lib/annotation/highlights.ts';
import type { PageMention } from '../../../lib/annotation/page-mentions.ts';

/** The browser's highlight, which counts how often it is changed. */
class FakeHighlight extends Set<Range> {
  priority = 0;
  type = 'highlight';
  changes = 0;

  override add(range: Range): this {
    this.changes++;
    return super.add(range);
  }
  override delete(range: Range): boolean {
    this.changes++;
    return super.delete(range);
  }
}

const registry = new Map<string, FakeHighlight>();
const set = vi.spyOn(registry, 'set');

function mention(entity: string): PageMention {
  return { entity, strength: 'contextual', section: 0, words: entity, range: {} as Range };
}

/** What is registered: names, with the entities whose ranges each holds. */
function painted(...known: readonly PageMention[]): Record<string, string[]> {
  const entityOf = (range: Range) => known.find((one) => one.range === range)?.entity ?? 'unknown';
  return Object.fromEntries(Array.from(registry, ([name, ranges]) => [name, Array.from(ranges, entityOf)]));
}

const TREATY = mention('treaty');
const RUSSIA = mention('russia');
const IRAN = mention('iran');
const ALL = [TREATY, RUSSIA, IRAN];

beforeEach(() => {
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: registry });
  clearPaint();
  registry.clear();
  paintMentions([TREATY, RUSSIA], 'line');
  set.mockClear();
  for (const highlight of registry.values()) highlight.changes = 0;
});

describe('a reading that follows another', () => {
  test('changes nothing where it found the same', () => {
    paintMentions([TREATY, RUSSIA], 'line');
    expect(set).not.toHaveBeenCalled();
    expect(Array.from(registry.values(), ({ changes }) => changes)).toEqual([0, 0]);
  });

  test('adds what came and takes away what went, and leaves other kinds as they are', () => {
    const [treaty, actor] = [registry.get('treaty-lens-treaty'), registry.get('treaty-lens-actor')];
    paintMentions([TREATY, RUSSIA, IRAN], 'line');
    expect(painted(...ALL)).toEqual({ 'treaty-lens-treaty': ['treaty'], 'treaty-lens-actor': ['russia', 'iran'] });
    paintMentions([TREATY, IRAN], 'line');
    expect(painted(...ALL)).toEqual({ 'treaty-lens-treaty': ['treaty'], 'treaty-lens-actor': ['iran'] });
    expect(set).not.toHaveBeenCalled();
    expect([treaty?.changes, actor?.changes]).toEqual([0, 2]);
  });

  test('takes nothing out one by one where most has gone', () => {
    const many = Array.from({ length: 1000 }, () => mention('russia'));
    paintMentions([...many, IRAN], 'line');
    const before = registry.get('treaty-lens-actor') as FakeHighlight;
    before.changes = 0;
    paintMentions([IRAN], 'line');
    expect(painted(...ALL)).toEqual({ 'treaty-lens-actor': ['iran'] });
    expect(before.changes).toBe(0);
  });

  test('takes away a kind that has gone, and brings it back', () => {
    paintMentions([TREATY], 'line');
    expect(painted(...ALL)).toEqual({ 'treaty-lens-treaty': ['treaty'] });
    paintMentions([TREATY, IRAN], 'line');
    expect(painted(...ALL)).toEqual({ 'treaty-lens-treaty': ['treaty'], 'treaty-lens-actor': ['iran'] });
  });

  test('paints in another style under other names alone', () => {
    paintMentions([TREATY, RUSSIA], 'tint');
    expect(painted(...ALL)).toEqual({ 'treaty-lens-treaty-tint': ['treaty'], 'treaty-lens-actor-tint': ['russia'] });
  });

  test('paints anew after all was cleared', () => {
    clearPaint();
    expect(painted(...ALL)).toEqual({});
    paintMentions([IRAN], 'line');
    expect(painted(...ALL)).toEqual({ 'treaty-lens-actor': ['iran'] });
  });
});

describe('what a page did to the highlights is undone with the next reading', () => {
  const foreign = {} as Range;
  const actor = () => registry.get('treaty-lens-actor') as FakeHighlight;

  test.each<[what: string, meddle: () => unknown]>([
    ['cleared the registry', () => registry.clear()],
    ['took an entry out', () => registry.delete('treaty-lens-actor')],
    ['put another in its place', () => registry.set('treaty-lens-actor', new FakeHighlight([foreign]))],
    ['emptied one', () => actor().clear()],
    ['took a range out of one', () => actor().delete(RUSSIA.range)],
    ['put a range of its own into one', () => actor().add(foreign)],
    ['exchanged a range', () => actor().delete(RUSSIA.range) && actor().add(foreign)],
    ['raised one above others', () => Object.assign(actor(), { priority: 7 })],
    ['made one a mistake of spelling', () => Object.assign(actor(), { type: 'spelling-error' })],
  ])('%s', (_, meddle) => {
    meddle();
    paintMentions([TREATY, RUSSIA], 'line');
    expect(painted(...ALL)).toEqual({ 'treaty-lens-treaty': ['treaty'], 'treaty-lens-actor': ['russia'] });
    expect(actor()).toMatchObject({ priority: 0, type: 'highlight' });
  });
});
