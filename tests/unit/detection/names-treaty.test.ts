import { describe, expect, test, vi } from 'vitest';
import { compileGate } from '../../../lib/detection/compile/gate.ts';
import { HOME } from '../../../lib/detection/compile/lexicon.ts';
import { spellingsOf } from '../../../lib/detection/compile/pattern.ts';
import { passagesToAsk } from '../../../lib/detection/hints.ts';
import { createGate } from '../../../lib/detection/names-treaty.ts';
import { repositoryLexicon } from '../../../tools/dataset-plugin.ts';

const lexicon = repositoryLexicon();
const namesTreaty = createGate(compileGate(lexicon));
/** What else a page in a Latin language says: letters that tell it from English. */
const ELSEWHERE = `${'And so on. '.repeat(50)}Y así; não; déjà; più; für.`;

/** Both sieves, as a page meets them. */
function gate(text: string, languages?: readonly string[]): boolean {
  for (const passages of passagesToAsk(text + ELSEWHERE, 400, languages && (() => new Set(languages)))) {
    if (passages.some(namesTreaty)) return true;
  }
  return false;
}

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
      const languages = [key.replace(HOME, '')];
      return entries
        .filter(([target, strength]) => target === 'treaty' && strength !== 'generic')
        .flatMap(([, , pattern]) => spellingsOf(pattern))
        .map((name) => `${key}: The United Nations and the ${name} came up.`)
        .filter((text) => gate(text) && !gate(text, languages));
    });
    expect(kept).toEqual([]);
  });

  test.each<[string, (name: string) => string]>([
    ['in capitals', (name) => name.toUpperCase()],
    ['with their marks apart', (name) => name.normalize('NFD')],
    ['in capitals with their marks apart', (name) => name.toUpperCase().normalize('NFD')],
    ['with soft hyphens', (name) => name.replace(/\p{L}{3}(?=\p{L}{2})/gu, '$&\u00ad')],
    ['with zero-width spaces', (name) => name.replace(/\p{L}{2}(?=\p{L}{3})/gu, '$&\u200b')],
    ['broken into lines', (name) => name.replaceAll(' ', '\n ')],
  ])('every sure name %s', (_, spelt) => {
    // Short forms hold no space in a word that could be broken.
    const names = treatyNames('distinctive').filter((name) => !/UNCC|ИКТ/.test(name));
    expect(names.filter((name) => !gate(`On Friday, ${spelt(name)} came up.`))).toEqual([]);
  });

  test('English names on a page that declares another language', () => {
    const text = 'Sie sprachen über die UN Convention against Cybercrime.';
    expect(gate(text, ['de'])).toBe(true);
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

describe('passages are asked about', () => {
  const named = 'The UN Convention against Cybercrime was signed. ';
  const other = 'Cybercrime was the subject of an agreement. ';
  const between = 'Nothing of the kind. '.repeat(50);

  test('at the first hint before the languages of the page are asked for', () => {
    const languages = vi.fn();
    const [first] = passagesToAsk(named + between + named, 12, languages);
    expect(first).toHaveLength(1);
    expect(first?.some(namesTreaty)).toBe(true);
    expect(languages).not.toHaveBeenCalled();
  });

  test('by the words of a Latin language only on pages that have its letters', () => {
    const spanish = 'El acuerdo contra los delitos informaticos es nuevo. ';
    expect([...passagesToAsk(spanish, 12)]).toEqual([]);
    expect([...passagesToAsk(`${spanish}${between}Según ley.`, 12)]).toEqual([]);
    expect([...passagesToAsk(`${spanish}${between}Según la votación.`, 12)]).not.toEqual([]);
    expect([...passagesToAsk(`${spanish}${between}Segu\u0301n ley.`, 12)]).not.toEqual([]);
  });

  test('in the order of the text thereafter, each once', () => {
    const text = `${other}${between}La Convención de Hanói fue un tratado. ${between}${other}${between}UNCC`;
    const [first, all, ...more] = passagesToAsk(text, 12, () => new Set(['es']));
    expect(first?.map((passage) => passage.startsWith(other.slice(0, 40)))).toEqual([true]);
    expect(all?.map((passage) => /cybercrime|hanói|uncc/i.exec(passage)?.[0])).toEqual([
      'Cybercrime',
      'Hanói',
      'Cybercrime',
      'UNCC',
    ]);
    expect(more).toEqual([]);
  });

  test('as many as are wanted at the most', () => {
    expect(Array.from(passagesToAsk((other + between).repeat(20), 12), ({ length }) => length)).toEqual([1, 12]);
  });

  test('not at all where none holds a word for a treaty', () => {
    expect([...passagesToAsk('Cybercrime is on the rise.', 12)]).toEqual([]);
  });
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
