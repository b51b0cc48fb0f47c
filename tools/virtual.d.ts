declare module 'virtual:treaty-lens/gate-expressions' {
  const expressions: import('../lib/detection/names-treaty.ts').GateExpressions;
  export default expressions;
}

declare module 'virtual:treaty-lens/message-checks' {
  type Check<T> = (value: unknown) => value is T;
  /** Whether something is such a message, or such an answer of the background's: see `lib/messaging/messages.ts`. */
  export const isToTab: Check<import('../lib/messaging/messages.ts').ToTab>;
  export const isAdmission: Check<import('../lib/messaging/messages.ts').Admission>;
  export const isNames: Check<import('../lib/detection/dictionary.ts').NamesPart>;
  export const isFigures: Check<import('../lib/detection/figure-grammar.ts').FigureGrammar>;
  export const isCard: Check<import('../lib/dataset/card.ts').CardContent>;
}
