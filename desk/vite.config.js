// The desk's modules, built into plain files under one name each: the pages name them, git shows what changed.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vite";

/** The licences of all packages that went into the built files, as a file beside them. */
function licences() {
  const wanted = new Set(["world-atlas", "maplibre-gl"]); // these two also come in by world.mjs
  const text = (name) => {
    const folder = new URL(`node_modules/${name}/`, import.meta.url);
    const { version, license } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
    const file = existsSync(folder) && readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(new URL(file, folder), "utf8").trim() : "No text came with it."}\n`;
  };
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((part) => Object.keys(part.modules ?? {}));
      for (const module of modules) {
        const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(module);
        if (found) wanted.add(found[1]);
      }
      const source = [...wanted].sort().map(text).join(`\n${"-".repeat(72)}\n\n`);
      this.emitFile({ type: "asset", fileName: "LICENSES.txt", source });
    },
  };
}

export default defineConfig({
  publicDir: "public",
  plugins: [licences()],
  build: {
    outDir: process.env.DESK_OUT ?? "../src/crossread/review/static/built",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: { overview: "src/overview.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
