declare module 'virtual:treaty-lens/gate-expressions' {
  const expressions: import('../lib/detection/names-treaty.ts').GateExpressions;
  export default expressions;
}
