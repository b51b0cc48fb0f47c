import { describe, expect, test } from 'vitest';
import { compileGate } from '../../../lib/detection/gate-expressions.ts';
import { passagesToAsk } from '../../../lib/detection/hints.ts';
import { HOME } from '../../../lib/detection/lexicon.ts';
import { createGate } from '../../../lib/detection/names-treaty.ts';
import { spellingsOf } from '../../../lib/detection/pattern.ts';
import { repositoryLexicon } from '../../../tools/dataset-plugin.ts';

const lexicon = repositoryLexicon();
const namesTreaty = createGate(compileGate(lexicon));
/** Both sieves, as a page meets them. */
const gate = (text: string) => passagesToAsk(text, 400).some(namesTreaty);

/** Spellings of the treaty's names of some strength, in whatever language, with each of their choices. */
function treatyNames(strength: 'distinctive' | 'contextual'): string[] {
  const entries = Object.values(lexicon.names).flat();
  return (
    entries
      .filter(([target, own]) => target === 'treaty' && own === strength)
      // A name that needs company is seen where its company is.
      .filter(([, , , ...conditions]) => !conditions.some((index) => lexicon.conditions[index]?.near))
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

  test('every name on a page that declares its language', () => {
    const kept = Object.entries(lexicon.names).flatMap(([key, entries]) => {
      const languages = new Set([key.replace(HOME, '')]);
      return entries
        .filter(([target, strength]) => target === 'treaty' && strength !== 'generic')
        .flatMap(([, , pattern]) => spellingsOf(pattern))
        .map((name) => `${key}: The United Nations and the ${name} came up.`)
        .filter((text) => gate(text) && !passagesToAsk(text, 400, languages).some(namesTreaty));
    });
    expect(kept).toEqual([]);
  });

  test('English names on a page that declares another language', () => {
    const text = 'Sie sprachen über die UN Convention against Cybercrime.';
    expect(passagesToAsk(text, 400, new Set(['de'])).some(namesTreaty)).toBe(true);
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
    'Convention d’Hanoi\u0308',
    'Co\u0302ng u\u031bo\u031b\u0301c Ha\u0300 No\u0323\u0302i',
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
