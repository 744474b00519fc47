/** Read by the build, see `vite.config.ts`; images are addresses by then. */
declare module '*.md' {
  const blocks: import('./guide.ts').Block[];
  export default blocks;
}
