/** How the planner is built: `npm run build` writes dist/app, which any static file server can serve from any path. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { THEME_SCRIPT, themeStyles } from './theme.ts';

/** Writes both themes into the head of index.html, after the character set, which has to come first. */
const themePlugin: Plugin = {
  name: 'forestall:theme',
  transformIndexHtml: () => [
    { tag: 'style', children: `\n${themeStyles()}\n`, injectTo: 'head' },
    { tag: 'script', children: THEME_SCRIPT, injectTo: 'head' },
  ],
};

/** React Aria brings its few words in thirty languages; the program speaks two. */
const localesPlugin: Plugin = {
  name: 'forestall:locales',
  enforce: 'pre',
  load: id => (/\/node_modules\/(?:@?react-|@adobe\/).*\/(?!en-US|fr-FR)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id) ? 'export default {};' : undefined),
};

// Libraries that must never be part of the first chunk get one of their own; test/browser/bundle.test.ts holds them there.
const codeSplitting = {
  groups: ['phaser', 'zod', 'mathjs'].map(name => ({ name, test: new RegExp(`/node_modules/${name}/`) })),
};

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [localesPlugin, react(), themePlugin],
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    target: 'es2023',
    // browsers that know light-dark(), so that it is left as written
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: 'manifest.json',
    // Phaser alone is 1,335 kB and comes after the shell.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting } },
  },
  worker: { format: 'es', rolldownOptions: { output: { codeSplitting } } },
  server: { host: '127.0.0.1', watch: { ignored: ['**/dist/**'] } },
});
