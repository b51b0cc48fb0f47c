declare module 'virtual:treaty-lens/dictionary' {
  const dictionary: import('../detection/dictionary.ts').Dictionary;
  export default dictionary;
}

declare module 'virtual:treaty-lens/gate-dictionary' {
  const dictionary: import('../detection/dictionary.ts').Dictionary;
  export default dictionary;
}
