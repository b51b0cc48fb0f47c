/** Articles made up to any length, the same in every run. */
import { randomFrom } from './random.ts';

const TREATY_SENTENCES = [
  'The United Nations Convention against Cybercrime was open for signature in Hanoi.',
  'Human Rights Watch said that the treaty leaves too much to national law.',
  'Delegates of Russia and China defended the convention before the General Assembly.',
  'The Cybersecurity Tech Accord and Microsoft had asked for narrower terms in the cybercrime treaty.',
  'Under Article 24 of the convention, safeguards follow the law of each state.',
  'The European Union signed, and Canada said that it would wait for its parliament.',
  'Electronic evidence may be asked for under the treaty, even where no computer was attacked.',
  'Privacy International and ARTICLE 19 want states to leave the UN Convention against Cybercrime alone.',
];
const OTHER_SENTENCES = [
  'The ferry to the outer islands was late again, and nobody at the harbour could say why.',
  'A baker in the old town has opened a second shop, where bread is sold until it is gone.',
  'The council will vote on the new tram line in spring, after the engineers have been heard.',
  'Brazil met Japan in a friendly match that ended without a goal and with two injured players.',
  'Snow is expected above eight hundred metres, while the valleys may see some rain by evening.',
  'The museum shows forty drawings that its founder brought home from a journey to Peru.',
  'Prices of wheat fell for the third week, and traders speak of a large harvest in Ukraine.',
  'Her second novel tells of a lighthouse keeper who writes letters and never sends them.',
  'At the hearing the company said that the bridge had been checked every year since 1998.',
  'The choir sang for two hours; then the audience asked for more and was given one song.',
];
const SENTENCES_A_PARAGRAPH = 4;
const PARAGRAPHS_A_SECTION = 10;

/** How an article is made up. */
export interface ArticleShape {
  /** UTF-16 units of text, at least; the last paragraph is whole. */
  units: number;
  /** Share of its paragraphs that are about the treaty; 0 gives an article about other things. */
  about: number;
  /** Whether all its text stands in one paragraph. Default: no. */
  oneBlock?: boolean;
}

/** A sentence as HTML: some have a link or an emphasised word, as the press has them. */
function dressed(sentence: string, chance: number): string {
  const words = sentence.split(' ');
  const at = Math.floor(words.length / 2);
  if (chance < 0.15) words[at] = `<a href="#more">${words[at]}</a>`;
  else if (chance < 0.25) words[at] = `<b>${words[at]}</b>`;
  return words.join(' ');
}

/** An article as an HTML page. */
export function generatePage({ units, about, oneBlock = false }: ArticleShape): string {
  const random = randomFrom(3);
  const title = about > 0 ? 'What the UN Convention against Cybercrime changes' : 'What the week has brought';
  const parts = [`<h1>${title}</h1>`];
  const sentence = (from: readonly string[]) => from[Math.floor(random() * from.length)] as string;
  let written = title.length;
  for (let paragraph = 0; written < units; paragraph++) {
    if (!oneBlock && paragraph % PARAGRAPHS_A_SECTION === PARAGRAPHS_A_SECTION - 1) {
      parts.push('<h2>What came before</h2>');
    }
    // Evenly spread, so that the share is kept at every length; the first is about the treaty when any is.
    const isAbout = about > 0 && Math.floor(paragraph * about) !== Math.floor((paragraph - 1) * about);
    const sentences = Array.from({ length: SENTENCES_A_PARAGRAPH }, () =>
      sentence(isAbout ? TREATY_SENTENCES : OTHER_SENTENCES),
    );
    written += sentences.reduce((sum, { length }) => sum + length + 1, 0);
    const html = sentences.map((one) => dressed(one, random())).join(' ');
    parts.push(oneBlock ? html : `<p>${html}</p>`);
  }
  const body = oneBlock ? `${parts[0]}<p>${parts.slice(1).join(' ')}</p>` : parts.join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body{max-width:42em;margin:0 auto;font:18px/1.6 serif}</style><body><article>${body}</article></body></html>`;
}

/** A paragraph about the treaty, in HTML. */
export function treatyParagraph(turn: number): string {
  const sentences = Array.from(
    { length: SENTENCES_A_PARAGRAPH },
    (_, index) => TREATY_SENTENCES[(turn * SENTENCES_A_PARAGRAPH + index) % TREATY_SENTENCES.length],
  );
  return `<p lang="en">${sentences.join(' ')}</p>`;
}
