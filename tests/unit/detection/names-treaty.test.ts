import { describe, expect, test } from 'vitest';
import { compileGate } from '../../../lib/detection/gate-expressions.ts';
import { passagesToAsk } from '../../../lib/detection/hints.ts';
import { createGate } from '../../../lib/detection/names-treaty.ts';
import { spellingsOf } from '../../../lib/detection/pattern.ts';
import { dictionary } from '../support/detecting.ts';

const namesTreaty = createGate(compileGate(dictionary));
/** Both sieves, as a page meets them. */
const gate = (text: string) => passagesToAsk(text, 400).some(namesTreaty);

/** Spellings of the treaty's names of some strength, in whatever language, with each of their choices. */
function treatyNames(strength: 'distinctive' | 'contextual'): string[] {
  const entries = Object.values(dictionary.names).flat();
  return (
    entries
      .filter(([target, own]) => target === 'treaty' && own === strength)
      // A name that needs company is seen where its company is.
      .filter(([, , , ...conditions]) => !conditions.some((index) => dictionary.conditions[index]?.near))
      .flatMap(([, , pattern]) => spellingsOf(pattern))
  );
}

describe('the gate lets in', () => {
  test('every sure name of the treaty by itself', () => {
    const names = treatyNames('distinctive');
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !gate(`On Friday, ${name} came up.`))).toEqual([]);
  });

  test('every other name of the treaty beside the United Nations', () => {
    const names = treatyNames('contextual');
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !gate(`The United Nations and the ${name} came up.`))).toEqual([]);
  });

  test('a name far down in a long text', () => {
    expect(gate(`${'Nothing of the kind. '.repeat(5000)}The Hanoi Convention was signed.`)).toBe(true);
  });

  test('a name behind words of its subject that are no name', () => {
    expect(gate(`${'Cybersecurity is hard to sell. '.repeat(100)}The Hanoi Convention was signed.`)).toBe(true);
  });

  test.each([
    'UN Cyber\u2011crime Convention',
    'UN\u00a0Convention\u00a0against\u00a0Cybercrime',
    'UN CONVENTION AGAINST CYBERCRIME',
    'UN Cy\u00adber\u00adcrime Con\u00adven\u00adtion',
    'Ha\u00a0Noi Convention',
  ])('%j', (name) => {
    expect(gate(`They read the ${name}.`)).toBe(true);
  });
});

test('the gate lets in a name that runs into the next block, as text content has it', () => {
  expect(gate('The UN cybercrime treatyGhana signs')).toBe(true);
  expect(gate('Budapest ConventionGhana signs the treaty on cybercrime')).toBe(false);
});

describe('the gate keeps out', () => {
  test.each([
    '',
    'A page about gardening and the convention of growers.',
    'The Hanoi Convention Center is booked out.',
    'The Budapest Convention on Cybercrime has 76 parties.',
    'A cybercrime treaty would help, a columnist wrote.',
    'The treaty was signed by all. Cybercrime is on the rise.',
  ])('%j', (text) => {
    expect(gate(text)).toBe(false);
  });
});
