declare module 'virtual:treaty-lens/dictionary' {
  const dictionary: import('../lib/detection/dictionary.ts').Dictionary;
  export default dictionary;
}

declare module 'virtual:treaty-lens/gate-expressions' {
  const expressions: import('../lib/detection/gate-expressions.ts').GateExpressions;
  export default expressions;
}
