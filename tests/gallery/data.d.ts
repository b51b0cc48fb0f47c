declare module 'virtual:treaty-lens/gallery-data' {
  export const dataset: import('../../lib/dataset/dataset.ts').Dataset;
  export const flags: import('../../lib/dataset/drawing.ts').Flags;
}
