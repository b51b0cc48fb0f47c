import { expect, test } from 'vitest';
import { describeCard } from '../../../components/card/describe.ts';
import { type CardContent, cardOf } from '../../../lib/dataset/card.ts';
import { readDataset } from '../../../tools/read-dataset.ts';
import { assembled, TODAY } from '../support/raw-dataset.ts';
import { texts } from '../support/texts.tsx';

const { dataset } = assembled();

function content(id: string, of = dataset): CardContent {
  const card = cardOf(of, id, { lang: 'en', today: TODAY });
  if (!card) throw new Error(`There is no card of ${id}`);
  return card;
}

test('an entity with a position is announced with it', () => {
  expect(describeCard(content('norway'), 2, 21, texts)).toBe('Mention 2 of 21: Norway, State. Supports it');
});

test('a state without one is announced with its signature', () => {
  expect(describeCard(content('chad'), 1, 1, texts)).toBe('Mention 1 of 1: Chad, State. Signed');
  const { dataset: unsigned } = assembled((raw) => raw['status.json'].participants.pop());
  expect(describeCard(content('chad', unsigned), 1, 1, texts)).toBe('Mention 1 of 1: Chad, State. Has not signed');
});

test('a disputed statement is announced as one', () => {
  const { dataset: doubted } = assembled((raw) => {
    raw['status.json'].participants[1].signed.confidence = 'disputed';
    raw['entities/treaty.json'][0].who.confidence = 'disputed';
  });
  expect(describeCard(content('chad', doubted), 1, 1, texts)).toBe(
    'Mention 1 of 1: Chad, State. Signed (sources differ)',
  );
  expect(describeCard(content('treaty', doubted), 1, 1, texts)).toBe(
    'Mention 1 of 1: Convention, Treaty. A treaty. (sources differ)',
  );
});

test('others are announced with who they are', () => {
  expect(describeCard(content('treaty'), 3, 4, texts)).toBe('Mention 3 of 4: Convention, Treaty. A treaty.');
  expect(describeCard(content('article-2'), 1, 2, texts)).toBe(
    'Mention 1 of 2: Use of terms, Article of the convention. Says what words mean.',
  );
});

test('every entity of the repository has something to be announced with', () => {
  const repository = readDataset().dataset;
  for (const { id } of repository.entities) {
    const announced = describeCard(content(id, repository), 1, 9, texts);
    expect(announced).toMatch(/^Mention 1 of 9: .+, [^,]+\. .+$/s);
  }
});
