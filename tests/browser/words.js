// The words of the interface, from the same Fluent files as the program has them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentBundle, FluentResource } from "@fluent/bundle";

export const top = fileURLToPath(new URL("../../", import.meta.url));

function* wordFiles(folder, lang) {
  for (const entry of readdirSync(join(top, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* wordFiles(path, lang);
    else if (entry.name.endsWith(`.${lang}.ftl`)) yield path;
  }
}

/** Returns `say(key, values)` for a language; a key that is missing fails the test. */
export function wordsIn(lang) {
  const bundle = new FluentBundle(lang, { useIsolating: false });
  for (const folder of ["crates/kheo-words/words", "packs"]) {
    for (const file of wordFiles(folder, lang)) {
      bundle.addResource(new FluentResource(readFileSync(join(top, file), "utf8")));
    }
  }
  return (key, values = {}) => {
    const message = bundle.getMessage(key);
    if (!message?.value) throw new Error(`no word ${key} in ${lang}`);
    return bundle.formatPattern(message.value, values);
  };
}
