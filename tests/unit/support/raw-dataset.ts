/** A small dataset that passes every check, for tests that break one thing in it. */
import { assembleDataset, DatasetError } from '../../../lib/dataset/assemble.ts';
import type { Fault, FullDataset } from '../../../lib/dataset/dataset.ts';

/** The day on which the small dataset is checked. */
export const TODAY = '2026-01-10';

const cited = { sources: ['record'], date: '2024-12-24' };
const fact = (en: string, date = '2024-12-24') => ({
  text: { en },
  date,
  sources: ['record'],
  confidence: 'confirmed',
});

/** The folder's files, each call anew, so that a test may change them. */
export function rawDataset() {
  return {
    'convention.json': {
      entity: 'treaty',
      treatyCollection: 'XVIII-16',
      resolution: 'A/RES/79/243',
      adopted: cited,
      signature: { opens: '2025-10-25', closes: '2026-12-31', sources: ['record'] },
      entryIntoForce: { instruments: 40, days: 90, sources: ['record'], rule: { en: 'On the ninetieth day.' } },
      depositary: fact('The Secretary-General is the depositary.'),
      secretariat: fact('The secretariat is in Vienna.'),
      authenticLanguages: { languages: ['en', 'fr'], sources: ['record'] },
      chapters: [{ number: 1, title: { en: 'General provisions' }, from: 1, to: 2, sources: ['record'] }],
    },
    'status.json': {
      asOf: '2025-11-19',
      sources: ['record'],
      participants: [
        {
          entity: 'norway',
          signed: { date: '2025-10-25', sources: ['record'], confidence: 'confirmed' },
          instrument: { kind: 'ratification', deposited: '2025-11-01', sources: ['record'], confidence: 'confirmed' },
        },
        { entity: 'chad', signed: { date: '2025-10-26', sources: ['record'], confidence: 'confirmed' } },
      ],
      conflicts: [],
    },
    'articles.json': [
      {
        number: 1,
        numbering: 'confirmed',
        title: { en: 'Statement of purpose' },
        summary: { en: 'Says what it is for.' },
        ...cited,
      },
      {
        number: 2,
        numbering: 'unconfirmed',
        title: { en: 'Use of terms' },
        summary: { en: 'Says what words mean.' },
        ...cited,
      },
    ],
    'timeline.json': [
      { id: 'adoption', entities: ['treaty'], ...fact('It is adopted.') },
      { id: 'opening', entities: ['norway', 'article-2'], ...fact('It is opened for signature.', '2025-10-25') },
    ],
    'sources.json': [
      {
        id: 'record',
        publisher: 'United Nations',
        title: 'Status of treaties',
        url: 'https://treaties.un.org/',
        published: '2025-11-19',
        accessed: '2025-11-20',
      },
    ],
    'entities/treaty.json': [
      {
        id: 'treaty',
        kind: 'treaty',
        name: { en: 'Convention', fr: 'Convention en français' },
        who: fact('A treaty.'),
        facts: [],
        related: ['norway'],
      },
    ],
    'entities/states.json': [
      {
        id: 'norway',
        kind: 'state',
        name: { en: 'Norway', fr: 'Norvège' },
        iso: 'NO',
        membership: 'member',
        facts: [fact('It hosted a meeting.', '2025-09')],
        positions: [
          { stance: 'neutral', text: { en: 'Waits.' }, date: '2024-08', sources: ['record'] },
          { stance: 'supports', text: { en: 'Signs.' }, date: '2025-10-25', sources: ['record'] },
        ],
      },
      { id: 'chad', kind: 'state', name: { en: 'Chad' }, iso: 'TD', membership: 'member' },
    ],
    'aliases/en.json': {
      lang: 'en',
      entities: {
        treaty: { distinctive: ['UN Convention against Cybercrime'], generic: ['the treaty'] },
        norway: { contextual: ['{Kingdom of |}Norway'] },
        chad: { contextual: ['Chad'] },
      },
    },
  };
}

/** The raw dataset as a test may break it: any value may stand anywhere. */
// biome-ignore lint/suspicious/noExplicitAny: broken data has no type
export type Breakable = any;

/** The small dataset, assembled after a change. */
export function assembled(change: (raw: Breakable) => void = () => {}, today = TODAY): FullDataset {
  const raw = rawDataset();
  change(raw);
  return assembleDataset(raw, today);
}

/** The faults that a change brings into the small dataset. */
export function faultsAfter(change: (raw: Breakable) => void, today = TODAY): readonly Fault[] {
  try {
    assembled(change, today);
  } catch (error) {
    if (error instanceof DatasetError) return error.faults;
    throw error;
  }
  return [];
}
