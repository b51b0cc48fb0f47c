/**
 * Lints the Firefox build as addons.mozilla.org does. Exit code 1 on an error, and on any warning or notice that is not
 * expected below, nor as often as it is.
 */
import linter, { type Finding } from 'addons-linter';

const BUILD = '.output/firefox-mv3';

/** Findings that are known, with how often each file has them and why they may stay. */
const EXPECTED: readonly { code: string; file: RegExp; times: number; why: string }[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^(?:cards\.js|chunks\/popup-[\w-]+\.js)$/,
    times: 2,
    why: 'React DOM holds the code of `dangerouslySetInnerHTML`; nothing of ours uses that, and the lint forbids it.',
  },
];

const explainedBy = ({ code, file }: Finding) =>
  EXPECTED.find((expected) => expected.code === code && expected.file.test(file ?? ''));

const { errors, warnings, notices } = await linter
  .createInstance({ config: { _: [BUILD], logLevel: 'fatal', stack: false, output: 'none' }, runAsBinary: false })
  .run();

const faults = errors.map(({ code, file = '', message }) => `error ${code} ${file}: ${message}`);
const known = new Map<string, Finding[]>();
for (const finding of [...warnings, ...notices]) {
  const { code, file = '', line, message } = finding;
  if (explainedBy(finding)) {
    const key = `${code} ${file}`;
    known.set(key, [...(known.get(key) ?? []), finding]);
  } else faults.push(`${code} ${file}:${line ?? ''}: ${message}`);
}
for (const [key, findings] of known) {
  const expected = findings[0] && explainedBy(findings[0]);
  if (findings.length !== expected?.times) faults.push(`${key}: ${findings.length} times, expected ${expected?.times}`);
  else console.log(`${key}: ${findings.length} times. ${expected.why}`);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
