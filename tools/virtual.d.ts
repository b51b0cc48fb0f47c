declare module 'virtual:treaty-lens/gate-expressions' {
  const expressions: import('../lib/detection/gate-expressions.ts').GateExpressions;
  export default expressions;
}
