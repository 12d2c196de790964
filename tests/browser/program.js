// The real program with the demonstration city, on a free port and in a folder of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { top } from "./words.js";

const binary = join(process.env.CARGO_TARGET_DIR ?? join(top, "target"), "debug", "kheo");

/** Starts the program and waits until it says where it serves. */
export async function start() {
  const folder = mkdtempSync(join(tmpdir(), "kheo-browser-"));
  const child = spawn(binary, ["demo", "--data", join(folder, "city"), "--listen", "127.0.0.1:0", "--lang", "en"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const printed = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (line.includes("http://")) break;
  }
  child.stdout.resume();
  const address = printed.join("\n").match(/http:\/\/[\d.:]+/)?.[0];
  if (!address) throw new Error(`the program ended before it served:\n${printed.join("\n")}`);
  return {
    address,
    async end() {
      child.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A table of the demonstration city, as a list of records. */
export function demoTable(name) {
  const lines = readFileSync(join(top, "demo/bac-kan-2016", name), "utf8").trim().split(/\r?\n/);
  const [columns, ...rows] = lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => cell[1]?.replaceAll('""', '"') ?? cell[2]),
  );
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
}

/** What every demonstration account has as its password. */
export const password = "dan-van-kheo-2016";
