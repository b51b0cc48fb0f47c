declare module 'virtual:treaty-lens/gate-expressions' {
  const expressions: import('../lib/detection/names-treaty.ts').GateExpressions;
  export default expressions;
}

declare module 'virtual:treaty-lens/message-checks' {
  type Check<T> = (value: unknown) => value is T;
  /** Whether something is such a message, or such an answer of the background's: see `lib/messaging/messages.ts`. */
  export const isToTab: Check<import('../lib/messaging/messages.ts').ToTab>;
  export const isReading: Check<import('../lib/settings/reading.ts').Reading>;
  export const isCommonPart: Check<import('../lib/detection/dictionary.ts').CommonPart>;
  export const isNames: Check<import('../lib/detection/dictionary.ts').NamesPart>;
  export const isFigures: Check<import('../lib/detection/dictionary.ts').FiguresPart>;
  export const isCard: Check<import('../lib/dataset/card.ts').CardContent>;
}
