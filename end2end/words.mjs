// The words on screen, by the keys of app/locales, so that a journey can be walked in both languages.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { FluentBundle, FluentResource } from '@fluent/bundle';

/** The portal's languages: how a browser asks for them, where they begin, and what says each word. */
export const LANGUAGES = { 中文: language('zh-CN', ''), English: language('en', '/en') };

function language(tag, beginning) {
  const folder = fileURLToPath(new URL(`../app/locales/${tag}/`, import.meta.url));
  const bundle = new FluentBundle(tag, { useIsolating: false });
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    bundle.addResource(new FluentResource(readFileSync(folder + name, 'utf8')), { allowOverrides: true });
  }
  const say = (key, values) => {
    const message = bundle.getMessage(key);
    if (!message?.value) throw new Error(`no words for ${key} in ${tag}`);
    return bundle.formatPattern(message.value, values);
  };
  return { tag, address: (path) => (path === '/' ? beginning || '/' : beginning + path), say };
}
