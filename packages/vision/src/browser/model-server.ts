import type { ModelFiles } from '../model/load-model.ts';

/** Models on a web server: <base>/<model>/<file>. The checksum in model.json guards against stale caches. */
export function modelServer(baseUrl: string): ModelFiles {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  return {
    async read(model, file) {
      const url = new URL(`${model}/${file}`, new URL(base, globalThis.location.href));
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url.pathname}: HTTP ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
