/** The part of Mozilla's linter that is used; the package ships no types. */
declare module 'addons-linter' {
  interface Finding {
    code: string;
    message: string;
    file?: string;
    line?: number;
  }
  const linter: {
    createInstance(options: {
      /** As on the command line; `_` is what is linted. */
      config: { _: string[]; logLevel: 'fatal'; stack: boolean; output: 'none' };
      runAsBinary: boolean;
    }): { run(): Promise<{ errors: Finding[]; warnings: Finding[]; notices: Finding[] }> };
  };
  export default linter;
  export type { Finding };
}
