// Times c2pa-ts: typescript_reader.mjs FILE… prints a line of JSON for each file, and its peak memory.
import fs from 'node:fs/promises';
import path from 'node:path';
import { BMFF, JPEG, PNG } from '@trustnxt/c2pa-ts/asset';
import { SuperBox } from '@trustnxt/c2pa-ts/jumbf';
import { ManifestStore } from '@trustnxt/c2pa-ts/manifest';

const PATIENCE_MS = 4000;

async function verified(file) {
  const bytes = await fs.readFile(file);
  const kind = [JPEG, PNG, BMFF].find((each) => each.canRead(bytes));
  const asset = new kind(bytes);
  const result = await ManifestStore.read(SuperBox.fromBuffer(asset.getManifestJUMBF())).validate(asset);
  if (!result.isValid) throw new Error(`${file}: ${JSON.stringify(result)}`);
}

for (const file of process.argv.slice(2)) {
  try {
    await verified(file);
    const times = [];
    const until = performance.now() + PATIENCE_MS;
    while (performance.now() < until || times.length < 3) {
      const start = performance.now();
      await verified(file);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)];
    console.log(JSON.stringify({ file: path.basename(file), min: times[0], median }));
  } catch (failed) {
    console.error(`c2pa-ts, ${path.basename(file)}: ${String(failed.message).slice(0, 300)}`);
  }
}
console.log(JSON.stringify({ peak_mb: process.resourceUsage().maxRSS / 1024 }));
